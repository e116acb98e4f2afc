package io.sluice.core;

import io.sluice.order.CarriedFields;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderDoneForDay;
import io.sluice.order.OrderEvent.OrderExpired;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.StatusKnown;
import io.sluice.order.Qty;
import io.sluice.order.TimeInForce;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueReport.Reported;

import java.util.Optional;

/**
 * Decides what a venue's answer to a status request means. What is news becomes a report of our
 * own; quantities are never taken from a status, for only an execution says what traded.
 */
final class StatusAnswers {

    private final Memory memory;
    private final Denying denying;

    StatusAnswers(Memory memory, Denying denying) {
        this.memory = memory;
        this.denying = denying;
    }

    /**
     * Whether a report answers a question of ours. A venue that knows no ExecType(150) of I rejects
     * with the id that it was asked by; unasked, such a reject is an end (FIX 4.4, matrix A.1.a).
     */
    boolean isAnswer(Order order, VenueExecution execution) {
        return switch (execution.execType()) {
            case ORDER_STATUS -> true;
            case REJECTED ->
                    execution.ordStatus() == OrdStatus.REJECTED && wasAsked(order, execution);
            case NEW,
                    DONE_FOR_DAY,
                    CANCELED,
                    REPLACED,
                    PENDING_CANCEL,
                    STOPPED,
                    SUSPENDED,
                    PENDING_NEW,
                    CALCULATED,
                    EXPIRED,
                    RESTATED,
                    PENDING_REPLACE,
                    TRADE,
                    TRADE_CORRECT,
                    TRADE_CANCEL ->
                    false;
        };
    }

    /** An order that the venue has not acknowledged may still be rejected for good. */
    private boolean wasAsked(Order order, VenueExecution execution) {
        return order.isAcknowledged()
                && order.latestVenueClOrdId().equals(Optional.of(execution.request()))
                && memory.answers.find(order.id()).filter(it -> it.asks() > 0).isPresent();
    }

    void take(Order order, Reported report, Decision decision) {
        VenueExecution status = report.execution();
        if (status.ordStatus() == OrdStatus.REJECTED) {
            denying.rejected(order, report, decision);
            return;
        }
        decision.add(
                new StatusKnown(
                        order.id(),
                        status.ordStatus(),
                        status.cumQty(),
                        Optional.of(status.request())));

        boolean fits = status.cumQty().compareTo(order.countedQty()) == 0;
        if (!fits) {
            decision.add(
                    new InvariantViolated(
                            order.id(),
                            "CumQty(14) of the status was %s, we booked %s"
                                    .formatted(status.cumQty(), order.countedQty())));
        }
        if (order.presumedEnded() && status.ordStatus().isLive()) {
            refute(order, status, decision);
        } else if (!order.isFinal()) {
            news(order, status, fits, decision).ifPresent(decision::add);
        }
        denying.contradicted(order, report, decision);
    }

    private static void refute(Order order, VenueExecution status, Decision decision) {
        decision.add(new OrderAccepted(order.id(), own(order, status, ExecType.NEW, decision)));
        decision.add(
                new InvariantViolated(
                        order.id(),
                        "The venue has an order that was taken as never sent; it is open again"));
    }

    /** An end counts only when no trade is missing: until then more may come than has come. */
    private static Optional<OrderEvent> news(
            Order order, VenueExecution status, boolean fits, Decision decision) {
        Optional<ExecType> end = end(order, status);
        if (end.isPresent() && fits) {
            return Optional.of(ended(order, own(order, status, end.get(), decision)));
        }
        if (order.isAcknowledged() || status.ordStatus() == OrdStatus.PENDING_NEW) {
            return Optional.empty();
        }
        return Optional.of(
                new OrderAccepted(order.id(), own(order, status, ExecType.NEW, decision)));
    }

    private static Optional<ExecType> end(Order order, VenueExecution status) {
        return switch (status.ordStatus()) {
            case CANCELED -> Optional.of(ExecType.CANCELED);
            case EXPIRED -> Optional.of(ExecType.EXPIRED);
            case FILLED ->
                    status.leavesQty().isZero() && !order.countedQty().isZero() && !order.mayGrow()
                            ? Optional.of(ExecType.RESTATED)
                            : Optional.empty();
            case DONE_FOR_DAY, CALCULATED ->
                    order.terms().timeInForce() == TimeInForce.GOOD_TILL_CANCEL
                            ? Optional.empty()
                            : Optional.of(ExecType.DONE_FOR_DAY);
            case NEW,
                    PARTIALLY_FILLED,
                    PENDING_CANCEL,
                    STOPPED,
                    SUSPENDED,
                    PENDING_NEW,
                    REJECTED,
                    PENDING_REPLACE ->
                    Optional.empty();
        };
    }

    private static OrderEvent ended(Order order, Execution own) {
        return switch (own.execType()) {
            case CANCELED -> new OrderCanceled(order.id(), own);
            case EXPIRED -> new OrderExpired(order.id(), own);
            case DONE_FOR_DAY -> new OrderDoneForDay(order.id(), own);
            case RESTATED -> new OrderReported(order.id(), own);
            case NEW,
                    REJECTED,
                    REPLACED,
                    PENDING_CANCEL,
                    STOPPED,
                    SUSPENDED,
                    PENDING_NEW,
                    CALCULATED,
                    PENDING_REPLACE,
                    TRADE,
                    TRADE_CORRECT,
                    TRADE_CANCEL,
                    ORDER_STATUS ->
                    throw new IllegalStateException("Not an end: " + own);
        };
    }

    /** A report of our own: its quantities are those we booked. */
    private static Execution own(
            Order order, VenueExecution status, ExecType execType, Decision decision) {
        boolean lives = execType == ExecType.NEW;
        Qty leavesQty = order.terms().qty().minus(order.countedQty());
        return new Execution(
                decision.newExecId(),
                Optional.empty(),
                status.venueOrderId(),
                execType == ExecType.CANCELED ? answered(order, status) : status.request(),
                execType,
                lives ? ofLiving(order, status) : status.ordStatus(),
                order.countedQty(),
                lives ? leavesQty : Qty.ZERO,
                order.avgPx(),
                status.text(),
                CarriedFields.NONE);
    }

    /** The venue's word, unless it rests on trades that we have not booked, or says nothing yet. */
    private static OrdStatus ofLiving(Order order, VenueExecution status) {
        boolean fits = status.cumQty().compareTo(order.countedQty()) == 0;
        if (fits && status.ordStatus() != OrdStatus.PENDING_NEW) {
            return status.ordStatus();
        }
        return order.countedQty().isZero() ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
    }

    /** A canceled order answers the cancel that waits, if one does. */
    private static VenueClOrdId answered(Order order, VenueExecution status) {
        return order.unanswered().reversed().stream()
                .filter(link -> link.kind() == Link.Kind.CANCEL)
                .findFirst()
                .flatMap(Link::venueClOrdId)
                .orElse(status.request());
    }
}
