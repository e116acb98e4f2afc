package io.sluice.core;

import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.KillState;
import io.sluice.order.OrderId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A kill as it stands.
 *
 * @param day the trading day it was made on
 * @param since when it was made, or a target that had ended came back
 * @param standing whether its scope was not re-armed since; never true if it does not block
 * @param targets every order it was to end, and those that joined later
 * @param left the targets that have not ended
 */
public record Killed(
        KillId id,
        KillScope scope,
        KillMode mode,
        String reason,
        String by,
        Instant at,
        LocalDate day,
        KillState state,
        Instant since,
        boolean standing,
        List<OrderId> targets,
        List<OrderId> left) {}
