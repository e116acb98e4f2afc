package io.sluice.core;

import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.Input;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderDoneForDay;
import io.sluice.order.OrderEvent.OrderExpired;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderRejected;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.TimeInForce;
import io.sluice.order.Trade;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueReport.Reported;

import java.util.Optional;

/**
 * Decides what a venue's execution reports mean: each is booked once and relayed as it came, and
 * what does not fit is said beside it.
 */
final class Reporting {

    private final Memory memory;
    private final Fit fit;
    private final Asking asking;
    private final Recalling recalling;
    private final Marks marks;
    private final StatusAnswers statusAnswers;

    Reporting(Policy policy, Memory memory, Asking asking, Denying denying) {
        this.memory = memory;
        this.asking = asking;
        this.recalling = new Recalling(policy, memory);
        this.statusAnswers = new StatusAnswers(memory, denying);
        this.marks = new Marks(policy, memory);
        this.fit = new Fit(policy.instruments());
    }

    void book(Reported report, Decision decision) {
        Optional<Order> found = memory.book.find(report.venue(), report.execution().request());
        if (found.isEmpty()) {
            recalling.unmatched(report, decision);
        } else {
            book(report, found.get(), memory.book.bookings(found.get()), decision);
        }
    }

    /** An order that is not in the book, or not found there by the report, is given. */
    void book(Reported report, Order order, Bookings bookings, Decision decision) {
        VenueExecution execution = report.execution();
        if (bookings.contain(report)) {
            return;
        }
        if (bookings.containTrade(report)) {
            decision.add(
                    new InvariantViolated(
                            order.id(),
                            "ExecID(17) %s came before with the same trade and another CumQty(14), was %s; not booked again"
                                    .formatted(
                                            execution.venueExecId().orElseThrow(),
                                            execution.cumQty())));
            return;
        }
        if (statusAnswers.isAnswer(order, execution)) {
            statusAnswers.take(order, report, decision);
        } else if (execution.execType() == ExecType.TRADE && report.trade().isEmpty()) {
            decision.add(new ReportUnmatched(report, "A trade says no quantity and price"));
        } else {
            relay(order, report, bookings, decision);
        }
    }

    /** What the look-up of an unmatched report found, first of all reports on that order. */
    void book(Input.LookedUp it, Decision decision) {
        recalling
                .end(it, decision)
                .ifPresent(known -> book(it.report(), known.order(), known.bookings(), decision));
    }

    private void relay(Order order, Reported report, Bookings bookings, Decision decision) {
        Optional<Link> refused = refusedRequest(order, report.execution());
        if (refused.isPresent()) {
            refuse(order, refused.get(), report, decision);
            return;
        }
        OrderEvent event = meaning(order, report, decision);
        decision.add(event);
        if (bookings.containOther(report)) {
            decision.add(
                    new InvariantViolated(
                            order.id(),
                            "ExecID(17) %s came before with other numbers; both are booked"
                                    .formatted(report.execution().venueExecId().orElseThrow())));
        }
        marks.violation(order, event)
                .ifPresent(what -> decision.add(new InvariantViolated(order.id(), what)));
        fit.violations(order, event, decision.at())
                .forEach(what -> decision.add(new InvariantViolated(order.id(), what)));
    }

    private OrderEvent meaning(Order order, Reported report, Decision decision) {
        Execution execution = report.execution().as(decision.newExecId());
        if (execution.execType() == ExecType.TRADE) {
            Trade trade = report.trade().orElseThrow();
            return new OrderFilled(order.id(), execution, trade, marks.of(order, trade));
        }
        boolean over = order.isFinal() && !order.isReopenedBy(execution);
        return over ? new OrderReported(order.id(), execution) : meaning(order, execution);
    }

    private static OrderEvent meaning(Order order, Execution execution) {
        return switch (execution.execType()) {
            case NEW ->
                    order.isAcknowledged()
                            ? new OrderReported(order.id(), execution)
                            : new OrderAccepted(order.id(), execution);
            case REJECTED -> rejected(order, execution);
            case CANCELED -> new OrderCanceled(order.id(), execution);
            case EXPIRED -> new OrderExpired(order.id(), execution);
            case DONE_FOR_DAY -> doneForDay(order, execution);
            case CALCULATED -> calculated(order, execution);
            case REPLACED -> replaced(order, execution);
            case PENDING_NEW,
                    PENDING_CANCEL,
                    PENDING_REPLACE,
                    STOPPED,
                    SUSPENDED,
                    RESTATED,
                    TRADE_CORRECT,
                    TRADE_CANCEL ->
                    new OrderReported(order.id(), execution);
            case TRADE, ORDER_STATUS ->
                    throw new IllegalStateException("Decided before: " + execution);
        };
    }

    /** FIX 4.4, matrix H.1.a: an order that is good till canceled trades on the next day. */
    private static OrderEvent doneForDay(Order order, Execution execution) {
        return order.terms().timeInForce() == TimeInForce.GOOD_TILL_CANCEL
                ? new OrderReported(order.id(), execution)
                : new OrderDoneForDay(order.id(), execution);
    }

    /** ExecType(150) B says that an order is over for the day too; some venues say only that. */
    private static OrderEvent calculated(Order order, Execution execution) {
        boolean over =
                execution.ordStatus() == OrdStatus.CALCULATED
                        && execution.leavesQty().isZero()
                        && execution.cumQty().compareTo(order.countedQty()) == 0;
        return over ? doneForDay(order, execution) : new OrderReported(order.id(), execution);
    }

    /** A venue that replaces what we did not ask it to has restated the order. */
    private static OrderEvent replaced(Order order, Execution execution) {
        boolean asked =
                order.linkOf(execution.request())
                        .filter(link -> link.kind() == Link.Kind.REPLACE)
                        .isPresent();
        return asked
                ? new OrderReplaced(order.id(), execution)
                : new OrderReported(order.id(), execution);
    }

    /** The answer to a duplicate is a reject too, and says that the first one stands. */
    private static OrderEvent rejected(Order order, Execution execution) {
        return execution.ordStatus() == OrdStatus.REJECTED
                ? new OrderRejected(order.id(), execution)
                : new OrderReported(order.id(), execution);
    }

    /** Some venues refuse a cancel or a replace with a reject of its id. The order lives on. */
    private static Optional<Link> refusedRequest(Order order, VenueExecution execution) {
        return execution.execType() == ExecType.REJECTED
                ? order.linkOf(execution.request()).filter(link -> link.kind() != Link.Kind.NEW)
                : Optional.empty();
    }

    /** A second refusal of the same request says nothing new. */
    private void refuse(Order order, Link link, Reported report, Decision decision) {
        switch (link.answer()) {
            case PENDING, SUPERSEDED -> {
                OrderEvent event = rejection(order, report.execution());
                decision.add(event);
                if (report.execution().ordStatus() != OrdStatus.REJECTED) {
                    asking.askIfOver(
                            order.after(event, decision.at()),
                            report.execution().ordStatus(),
                            decision);
                }
            }
            case ACCEPTED ->
                    decision.add(new ReportUnmatched(report, "No cancel or replace waits for it"));
            case REJECTED -> {}
        }
    }

    private static OrderEvent rejection(Order order, VenueExecution execution) {
        return new RequestRejected(
                order.id(),
                execution.request(),
                execution.venueExecId(),
                execution.ordStatus(),
                execution.text(),
                execution.carried());
    }
}
