package io.sluice.adapter.fix;

import io.sluice.port.Durations;

import org.jspecify.annotations.Nullable;

/** Measures a message from the arrival of what caused it to its release. Immutable. */
record Stopwatch(@Nullable Durations durations, long sinceNanos) {

    static final Stopwatch NONE = new Stopwatch(null, 0);

    boolean runs() {
        return durations != null;
    }

    void stop(long nanos) {
        if (durations != null) {
            durations.count(nanos - sinceNanos);
        }
    }
}
