package io.sluice.bench;

import io.sluice.bench.load.Phase;

import java.util.List;

/**
 * What every router goes through, in this order.
 *
 * @param warmUp not counted: compilers and caches settle
 * @param fixed the same rates for all, to compare latencies at
 * @param ramp how the highest rate is looked for
 */
record Plan(List<Phase> warmUp, List<Phase> fixed, Ramp ramp) {

    private static final int WARM_UP_SECONDS = 5;

    /**
     * Steps that grow by 1.3 for as long as Filled comes within the bound; a step that fails is
     * tried once more, and two failures in a row end it.
     *
     * @param withinMicros what the 99th percentile must stay below
     */
    record Ramp(int from, int to, int seconds, long withinMicros) {

        Phase step(int rate) {
            return new Phase("ramp", rate, seconds);
        }

        static int next(int rate) {
            return Math.toIntExact(Math.round(rate * 1.3));
        }
    }

    static Plan of(List<Integer> rates, int seconds, int maxRate) {
        return new Plan(
                List.of(
                        new Phase("warm-up", 1_000, WARM_UP_SECONDS),
                        new Phase("warm-up", 5_000, WARM_UP_SECONDS),
                        new Phase("warm-up", 8_000, WARM_UP_SECONDS)),
                rates.stream().map(rate -> new Phase("fixed", rate, seconds)).toList(),
                new Ramp(500, maxRate, 2, 10_000));
    }
}
