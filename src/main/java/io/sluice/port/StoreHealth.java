package io.sluice.port;

import java.util.Optional;

/** How far the order book store is behind the journal. Safe for any thread. */
public interface StoreHealth {

    Status status();

    /**
     * How it is at a moment.
     *
     * @param connected whether the last attempt to write succeeded
     * @param position of the last journal frame that is in the store
     * @param behindBytes how much of the durable journal is not
     * @param behindMillis for how long the store has not had everything; 0 when it has
     * @param batches transactions committed since the start
     * @param events written since the start
     * @param failures since the start
     * @param lastFailure what the last one was, while it lasts
     * @param missing which part of the journal was not there to be read, when some was not
     */
    record Status(
            boolean connected,
            long position,
            long behindBytes,
            long behindMillis,
            long batches,
            long events,
            long failures,
            Optional<String> lastFailure,
            Optional<String> missing) {}
}
