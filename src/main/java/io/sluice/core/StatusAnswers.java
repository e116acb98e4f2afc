package io.sluice.core;

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
import io.sluice.order.OrderEvent.OrderRejected;
import io.sluice.order.OrderEvent.StatusKnown;
import io.sluice.order.Qty;
import io.sluice.order.TimeInForce;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecution;

import java.util.Optional;

/**
 * Decides what a venue's answer to a status request means. What is news becomes a report of our
 * own; quantities are never taken from a status, for only an execution says what traded.
 */
final class StatusAnswers {

    void take(Order order, VenueExecution status, Decision decision) {
        decision.add(new StatusKnown(order.id(), status.ordStatus(), status.cumQty()));

        boolean fits = status.cumQty().compareTo(order.cumQty()) == 0;
        if (!fits) {
            decision.add(
                    new InvariantViolated(
                            order.id(),
                            "CumQty(14) of the status was %s, we booked %s"
                                    .formatted(status.cumQty(), order.cumQty())));
        }
        if (!order.isFinal()) {
            news(order, status, fits, decision).ifPresent(decision::add);
        }
    }

    /** An end counts only when no trade is missing: until then more may come than has come. */
    private static Optional<OrderEvent> news(
            Order order, VenueExecution status, boolean fits, Decision decision) {
        Optional<ExecType> end = end(order, status.ordStatus());
        if (end.isPresent() && fits) {
            return Optional.of(ended(order, own(order, status, end.get(), decision)));
        }
        if (order.isAcknowledged() || status.ordStatus() == OrdStatus.PENDING_NEW) {
            return Optional.empty();
        }
        return Optional.of(
                new OrderAccepted(order.id(), own(order, status, ExecType.NEW, decision)));
    }

    private static Optional<ExecType> end(Order order, OrdStatus status) {
        return switch (status) {
            case CANCELED -> Optional.of(ExecType.CANCELED);
            case REJECTED -> Optional.of(ExecType.REJECTED);
            case EXPIRED -> Optional.of(ExecType.EXPIRED);
            case DONE_FOR_DAY ->
                    order.terms().timeInForce() == TimeInForce.GOOD_TILL_CANCEL
                            ? Optional.empty()
                            : Optional.of(ExecType.DONE_FOR_DAY);
            case NEW,
                    PARTIALLY_FILLED,
                    FILLED,
                    PENDING_CANCEL,
                    STOPPED,
                    SUSPENDED,
                    PENDING_NEW,
                    CALCULATED,
                    PENDING_REPLACE ->
                    Optional.empty();
        };
    }

    private static OrderEvent ended(Order order, Execution own) {
        return switch (own.execType()) {
            case CANCELED -> new OrderCanceled(order.id(), own);
            case REJECTED -> new OrderRejected(order.id(), own);
            case EXPIRED -> new OrderExpired(order.id(), own);
            case DONE_FOR_DAY -> new OrderDoneForDay(order.id(), own);
            case NEW,
                    REPLACED,
                    PENDING_CANCEL,
                    STOPPED,
                    SUSPENDED,
                    PENDING_NEW,
                    CALCULATED,
                    RESTATED,
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
        boolean fits = status.cumQty().compareTo(order.cumQty()) == 0;
        return new Execution(
                decision.newExecId(),
                Optional.empty(),
                status.venueOrderId(),
                execType == ExecType.CANCELED ? answered(order, status) : status.request(),
                execType,
                lives && !fits ? OrdStatus.NEW : status.ordStatus(),
                order.cumQty(),
                lives ? order.leavesQty() : Qty.ZERO,
                order.avgPx(),
                status.text(),
                status.carried());
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
