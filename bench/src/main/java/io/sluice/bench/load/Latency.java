package io.sluice.bench.load;

import java.util.Arrays;

/** Exact percentiles of what was measured, in microseconds. */
public record Latency(long p50, long p99, long p999, long max) {

    /** Sorts the samples, which are in nanoseconds. */
    static Latency of(long[] samples) {
        Arrays.sort(samples);
        return new Latency(
                at(samples, 500), at(samples, 990), at(samples, 999), at(samples, 1_000));
    }

    /** The smallest sample that this many of a thousand do not exceed. */
    private static long at(long[] sorted, int ofThousand) {
        if (sorted.length == 0) {
            return 0;
        }
        long rank = ((long) sorted.length * ofThousand + 999) / 1_000;
        return sorted[(int) Math.max(0, rank - 1)] / 1_000;
    }
}
