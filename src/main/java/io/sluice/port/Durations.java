package io.sluice.port;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long something took, counted in buckets that grow from 50 us to 10 s. Safe for any thread; a
 * count costs two increments.
 */
public final class Durations {

    private static final long[] UPPER_NANOS = {
        50_000L,
        100_000L,
        200_000L,
        500_000L,
        1_000_000L,
        2_000_000L,
        5_000_000L,
        10_000_000L,
        20_000_000L,
        50_000_000L,
        100_000_000L,
        200_000_000L,
        500_000_000L,
        1_000_000_000L,
        2_000_000_000L,
        5_000_000_000L,
        10_000_000_000L
    };

    private final AtomicLongArray counts = new AtomicLongArray(UPPER_NANOS.length + 1);
    private final LongAdder totalNanos = new LongAdder();

    public void count(long nanos) {
        int bucket = 0;
        while (bucket < UPPER_NANOS.length && nanos > UPPER_NANOS[bucket]) {
            bucket++;
        }
        counts.getAndIncrement(bucket);
        totalNanos.add(nanos);
    }

    /** As many as there are upper bounds, and one bucket more for what took longer than all. */
    public long[] counts() {
        long[] copy = new long[counts.length()];
        for (int bucket = 0; bucket < copy.length; bucket++) {
            copy[bucket] = counts.get(bucket);
        }
        return copy;
    }

    public double totalSeconds() {
        return seconds(totalNanos.sum());
    }

    /** In seconds, rising; each bound is part of its bucket. */
    public static double[] upperBounds() {
        double[] bounds = new double[UPPER_NANOS.length];
        for (int bucket = 0; bucket < bounds.length; bucket++) {
            bounds[bucket] = seconds(UPPER_NANOS[bucket]);
        }
        return bounds;
    }

    private static double seconds(long nanos) {
        return (double) nanos / TimeUnit.SECONDS.toNanos(1);
    }
}
