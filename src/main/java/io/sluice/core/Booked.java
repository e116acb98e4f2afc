package io.sluice.core;

import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueExecution;

import java.util.Optional;

/**
 * A report of a venue that was booked, and is not booked again. The type stands beside the id
 * because a venue that numbers carelessly must not cost us a fill.
 */
public record Booked(VenueExecId id, ExecType type) {

    static Optional<Booked> by(Execution execution) {
        return of(execution.venueExecId(), execution.execType());
    }

    static Optional<Booked> by(VenueExecution execution) {
        return of(execution.venueExecId(), execution.execType());
    }

    /** Answers to status requests tell of nothing that happened, and often share one id. */
    private static Optional<Booked> of(Optional<VenueExecId> id, ExecType type) {
        return type == ExecType.ORDER_STATUS
                ? Optional.empty()
                : id.map(it -> new Booked(it, type));
    }
}
