package io.sluice.bench.load;

/**
 * What came of a phase. An order without its fill counts in {@code toFilled} with the time that was
 * waited for it.
 *
 * @param lag how late the generator itself sent: the health of the measurement
 * @param toBroker from the due time to the order's arrival at the broker
 * @param toFilled from the due time to the arrival of the second report, Filled, at the OMS
 * @param unfilled orders whose fill never came
 * @param denied orders that the router refused
 * @param bad messages that were wrong: a reject, or a report under another order's id
 * @param duplicate reports or orders that came twice
 */
public record PhaseResult(
        Phase phase,
        int orders,
        Latency lag,
        Latency toBroker,
        Latency toFilled,
        int unfilled,
        int denied,
        int bad,
        int duplicate) {

    public boolean isClean() {
        return unfilled == 0 && denied == 0 && bad == 0 && duplicate == 0;
    }
}
