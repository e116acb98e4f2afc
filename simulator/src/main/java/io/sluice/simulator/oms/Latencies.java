package io.sluice.simulator.oms;

import org.HdrHistogram.Histogram;

import java.math.BigDecimal;

/** Times from an order to its first answer. Mutable; guarded by the lock of its desk. */
final class Latencies {

    private static final long NANOS_PER_MICRO = 1_000;
    private static final long LONGEST_MICROS = 3_600_000_000L;

    private final Histogram all = new Histogram(LONGEST_MICROS, 3);
    private final Histogram recent = new Histogram(LONGEST_MICROS, 3);

    void record(long nanos) {
        long micros = Math.min(nanos / NANOS_PER_MICRO, LONGEST_MICROS);
        all.recordValue(micros);
        recent.recordValue(micros);
    }

    Figures.Latency sinceStart() {
        return summary(all);
    }

    /** Of what was answered since the last call. */
    Figures.Latency sinceLast() {
        Figures.Latency summary = summary(recent);
        recent.reset();
        return summary;
    }

    private static Figures.Latency summary(Histogram histogram) {
        return new Figures.Latency(
                millis(histogram.getValueAtPercentile(50)),
                millis(histogram.getValueAtPercentile(99)),
                millis(histogram.getMaxValue()));
    }

    private static BigDecimal millis(long micros) {
        return BigDecimal.valueOf(micros, 3);
    }
}
