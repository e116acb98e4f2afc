package io.sluice.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that has happened, in order. Replaying all events rebuilds the router exactly; the
 * time of an event is that of the frame it stands in.
 */
public sealed interface Event permits OrderEvent, Event.RouterEvent {

    /** Something that happened to no order in the book. */
    sealed interface RouterEvent extends Event {}

    /**
     * A run of the router began; all venues are down until they say otherwise.
     *
     * @param changed reference prices that were configured anew since their instrument last traded
     */
    record RouterStarted(String instance, long epoch, List<Reference> changed)
            implements RouterEvent {

        public RouterStarted(String instance, long epoch) {
            this(instance, epoch, List.of());
        }
    }

    /**
     * The trading day changed: daily counts begin anew, and what ended long ago is forgotten.
     *
     * @param daysKept for how many days before this one orders that ended are remembered; absent in
     *     old journals, and then nothing is forgotten
     */
    record DayRolled(LocalDate day, Optional<Integer> daysKept) implements RouterEvent {

        /** One of an old journal. */
        public DayRolled(LocalDate day) {
            this(day, Optional.empty());
        }
    }

    record VenueCameUp(VenueId venue) implements RouterEvent {}

    record VenueWentDown(VenueId venue, String why) implements RouterEvent {}

    /** A new order came under a ClOrdID(11) that was used before: rejected, and nothing else. */
    record DuplicateRefused(
            OmsId oms,
            ClOrdId clOrdId,
            ExecId execId,
            Optional<OrderId> first,
            CarriedFields carried)
            implements RouterEvent {}

    /** A new order that could not be read was refused; it never becomes an order of the book. */
    record InvalidOrderRefused(
            OmsId oms,
            ClOrdId clOrdId,
            OrderId orderId,
            ExecId execId,
            Denial denial,
            CarriedFields carried)
            implements RouterEvent {}

    /** A cancel or replace that we did not pass on; the OMS gets an OrderCancelReject(9). */
    record RequestRefused(
            OmsId oms,
            Link.Kind kind,
            ClOrdId clOrdId,
            ClOrdId origClOrdId,
            Optional<OrderId> orderId,
            Denial denial,
            List<CheckResult> checks)
            implements RouterEvent {}

    /** An operator's command that we did not carry out. */
    record OperatorRefused(OrderId orderId, String operator, Denial denial)
            implements RouterEvent {}

    /**
     * A venue reported on an order we do not know. Nothing is booked: an operator must look.
     *
     * @param lookUp whether the order may only have left memory: it is looked up in the order book
     *     store first, and {@link LookUpEnded} tells what came of it
     */
    record ReportUnmatched(VenueReport report, String why, boolean lookUp) implements RouterEvent {

        /** An operator must look at once. */
        public ReportUnmatched(VenueReport report, String why) {
            this(report, why, false);
        }
    }

    /**
     * The order book store was asked for the order of an unmatched report.
     *
     * @param orderId the order it is of; when there is none, an operator must look
     */
    record LookUpEnded(VenueReport.Reported report, Optional<OrderId> orderId, String why)
            implements RouterEvent {}

    /** A scope was killed; if the mode cancels, the targets are the orders open in it now. */
    record ScopeKilled(KillId killId, KillScope scope, KillMode mode, String reason, String by)
            implements RouterEvent {}

    /** The block of a scope was lifted; other blocks stand. */
    record ScopeRearmed(KillScope scope, String reason, String by) implements RouterEvent {}

    /** Every target of a kill has ended, by evidence. */
    record KillConfirmed(KillId killId, int targets) implements RouterEvent {}

    /**
     * The deadline of a kill has passed; it goes on.
     *
     * @param left how many targets have not ended
     * @param residue the first of them
     */
    record KillUnconfirmed(KillId killId, int left, List<OrderId> residue) implements RouterEvent {}

    /** A kill that we did not carry out: its id names another one. */
    record KillRefused(KillId killId, KillScope scope, String by, Denial denial)
            implements RouterEvent {}

    /** There was nothing to re-arm. */
    record RearmRefused(KillScope scope, String by, Denial denial) implements RouterEvent {}
}
