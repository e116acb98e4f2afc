package io.sluice.core;

import io.sluice.order.KillId;
import io.sluice.order.KillScope;

import java.time.Instant;

/**
 * A scope that takes no new orders and replaces until it is re-armed.
 *
 * @param killId the first kill that blocked it
 */
public record Block(KillScope scope, KillId killId, String reason, String by, Instant at) {

    String text() {
        return "kill " + killId + ": " + reason;
    }
}
