package io.sluice.core;

import io.sluice.order.KillId;
import io.sluice.order.OrderId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An order that a kill wants canceled, until it has ended.
 *
 * @param killId the kill that wanted it first
 * @param asks how many cancels were sent in its pursuit
 * @param dueAt when it is to be canceled next; never while it waits for its venue
 */
public record Pursued(OrderId orderId, KillId killId, int asks, Optional<Instant> dueAt) {

    static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    Pursued dueAt(Instant at) {
        return new Pursued(orderId, killId, asks, Optional.of(at));
    }

    Pursued waiting() {
        return new Pursued(orderId, killId, asks, Optional.empty());
    }

    Pursued asked() {
        return new Pursued(orderId, killId, asks + 1, dueAt);
    }

    /** Its next cancel after one that left at this time. */
    Pursued pausing(Instant at) {
        return dueAt(at.plus(pause()));
    }

    /** The venue has news of it: soon is better than at the end of a long pause. */
    Pursued soon(Instant at) {
        Instant soon = at.plus(SHORTEST_PAUSE);
        Instant earliest = dueAt.filter(soon::isAfter).orElse(soon);
        return new Pursued(orderId, killId, Math.min(asks, 1), Optional.of(earliest));
    }

    /** Doubles with every cancel that came to nothing. */
    private Duration pause() {
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.clamp(asks - 1L, 0, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
