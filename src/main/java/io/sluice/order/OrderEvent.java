package io.sluice.order;

import java.util.List;
import java.util.Optional;

/** Something that happened to one order. */
public sealed interface OrderEvent extends Event {

    OrderId orderId();

    /** A report of the venue; the OMS gets it as ExecutionReport(8). */
    sealed interface ByVenue extends OrderEvent {
        Execution execution();
    }

    record OrderReceived(
            OrderId orderId, OmsId oms, ClOrdId clOrdId, Terms terms, CarriedFields carried)
            implements OrderEvent {}

    /**
     * An order that had left memory is back in it, for a report on it came late.
     *
     * @param order as the order book store kept it
     * @param booked every report that was booked on it, so that none is booked again
     */
    record OrderRecalled(OrderId orderId, Order order, List<PastReport> booked)
            implements OrderEvent {}

    /** We said no, before any venue saw the order. */
    record OrderDenied(OrderId orderId, ExecId execId, Denial denial, List<CheckResult> checks)
            implements OrderEvent {}

    /**
     * The instruction to the venue's gateway: send this order. Its exposure is reserved from here
     * on.
     */
    record OrderRouted(
            OrderId orderId,
            VenueId venue,
            VenueClOrdId venueClOrdId,
            String rule,
            List<CheckResult> checks)
            implements OrderEvent {}

    /** The order never reached the venue, by positive evidence: it has ended. */
    record OrderNotSent(OrderId orderId, ExecId execId, Denial denial) implements OrderEvent {}

    record OrderAccepted(OrderId orderId, Execution execution) implements ByVenue {}

    record OrderRejected(OrderId orderId, Execution execution) implements ByVenue {}

    /**
     * A trade.
     *
     * @param mark by what it is valued; absent in old journals, and of instruments that are not
     *     listed
     */
    record OrderFilled(OrderId orderId, Execution execution, Trade trade, Optional<Mark> mark)
            implements ByVenue {

        public OrderFilled(OrderId orderId, Execution execution, Trade trade) {
            this(orderId, execution, trade, Optional.empty());
        }
    }

    record OrderCanceled(OrderId orderId, Execution execution) implements ByVenue {}

    record OrderExpired(OrderId orderId, Execution execution) implements ByVenue {}

    record OrderDoneForDay(OrderId orderId, Execution execution) implements ByVenue {}

    record OrderReplaced(OrderId orderId, Execution execution) implements ByVenue {}

    /**
     * A report that is relayed and changes nothing else: pending, restated, suspended, after the
     * end.
     */
    record OrderReported(OrderId orderId, Execution execution) implements ByVenue {}

    /**
     * The instruction to the venue's gateway: send this cancel.
     *
     * @param by the operator, when no OMS asked
     * @param deferred the venue is down, or a replace before it is not settled: the gateway waits
     *     for {@link CancelResumed}
     * @param again the earlier try that it takes the place of: it named a version that never came
     */
    record CancelRequested(
            OrderId orderId,
            Optional<ClOrdId> clOrdId,
            VenueClOrdId venueClOrdId,
            CarriedFields carried,
            Optional<String> by,
            boolean deferred,
            Optional<VenueClOrdId> again)
            implements OrderEvent {

        /** A first try. */
        public CancelRequested(
                OrderId orderId,
                Optional<ClOrdId> clOrdId,
                VenueClOrdId venueClOrdId,
                CarriedFields carried,
                Optional<String> by,
                boolean deferred) {
            this(orderId, clOrdId, venueClOrdId, carried, by, deferred, Optional.empty());
        }
    }

    /** The venue is up again, or the replace before it is settled: send the cancel that waited. */
    record CancelResumed(OrderId orderId, VenueClOrdId venueClOrdId) implements OrderEvent {}

    /** The instruction to the venue's gateway: send this replace. */
    record ReplaceRequested(
            OrderId orderId,
            ClOrdId clOrdId,
            VenueClOrdId venueClOrdId,
            Terms terms,
            CarriedFields carried,
            List<CheckResult> checks)
            implements OrderEvent {}

    /**
     * The venue, or its FIX engine, refused a cancel or a replace, or it went with its order.
     *
     * @param venueExecId present when the venue refused it with an execution report
     */
    record RequestRejected(
            OrderId orderId,
            VenueClOrdId venueClOrdId,
            Optional<VenueExecId> venueExecId,
            OrdStatus ordStatus,
            String text,
            CarriedFields carried)
            implements OrderEvent {}

    /** A replace was stopped before it left; the order stands as it was. */
    record ReplaceNotSent(OrderId orderId, VenueClOrdId venueClOrdId, Denial denial)
            implements OrderEvent {}

    /** What the venue made of the order or of a request is not known; its exposure stays. */
    record OrderUnknown(OrderId orderId, String why) implements OrderEvent {}

    /**
     * The instruction to the venue's gateway: ask for the status.
     *
     * @param request the id to ask by
     */
    record StatusRequested(OrderId orderId, VenueClOrdId request) implements OrderEvent {}

    /** The venue said that it does not have it; believed when it is said again after a while. */
    record StatusDenied(OrderId orderId, VenueClOrdId request) implements OrderEvent {}

    /**
     * The venue answered a status request. Not told to the OMS unless it was news.
     *
     * @param named the request that the answer named; absent in old journals
     */
    record StatusKnown(
            OrderId orderId, OrdStatus ordStatus, Qty cumQty, Optional<VenueClOrdId> named)
            implements OrderEvent {}

    /**
     * A report did not fit what we know of the order. It is booked and relayed as it came; an
     * operator must look.
     */
    record InvariantViolated(OrderId orderId, String what) implements OrderEvent {}
}
