package io.sluice.simulator.oms;

import java.util.concurrent.TimeUnit;

/**
 * When each request is meant to leave: evenly from the start, however long earlier ones took. Used
 * by one thread; times are on the nanosecond clock.
 */
final class Pace {

    private final int rate;
    private long startNanos;
    private long count;
    private boolean paused = true;

    Pace(int rate) {
        this.rate = rate;
    }

    /** Stops the schedule: what would have left meanwhile is not made up for. */
    void pause() {
        paused = true;
    }

    /** The intended time of the next request. */
    long nextNanos(long nowNanos) {
        if (paused) {
            paused = false;
            startNanos = nowNanos;
            count = 0;
        }
        long second = TimeUnit.SECONDS.toNanos(1);
        return startNanos + count / rate * second + count % rate * second / rate;
    }

    void advance() {
        count++;
    }
}
