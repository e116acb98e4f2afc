package io.sluice.adapter.store;

import io.sluice.port.StoreHealth.Status;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps count of how far the store follows. Written by the projector; safe for any thread. */
final class Lag {

    private boolean connected;
    private Progress progress = Progress.NONE;
    private Instant hadAllAt = Instant.now();
    private long batches;
    private long events;
    private long failures;
    private Optional<String> lastFailure = Optional.empty();

    synchronized long position() {
        return progress.position();
    }

    synchronized void resumed(Progress stored) {
        progress = stored;
    }

    synchronized void emptied() {
        progress = Progress.NONE;
    }

    synchronized void committed(Progress stored, long more) {
        progress = stored;
        works();
        batches++;
        events += more;
    }

    private synchronized void works() {
        connected = true;
        lastFailure = Optional.empty();
    }

    /** How far the journal was durable a moment ago. */
    synchronized void seen(long durable) {
        works();
        if (progress.position() >= durable) {
            hadAllAt = Instant.now();
        }
    }

    /** Whether it is the first failure in a row. */
    synchronized boolean failed(Exception cause) {
        boolean isFirst = lastFailure.isEmpty();
        connected = false;
        failures++;
        lastFailure = Optional.of(cause.toString());
        return isFirst;
    }

    synchronized Status status(long durable) {
        long behind = Math.max(0, durable - Math.max(0, progress.position()));
        return new Status(
                connected,
                Math.max(0, progress.position()),
                behind,
                behind == 0 ? 0 : Duration.between(hadAllAt, Instant.now()).toMillis(),
                batches,
                events,
                failures,
                lastFailure,
                progress.missing().map(Progress.Gap::text));
    }
}
