package io.sluice.core;

import io.sluice.core.RouterState.Awaited;
import io.sluice.order.CarriedFields;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderExpired;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.Qty;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueReport.OrderUnknownToVenue;
import io.sluice.order.VenueReport.Reported;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what it means that a venue, asked for a status, says it does not have what we sent. */
final class Denying {

    private final Policy policy;
    private final Memory memory;
    private final Asking asking;

    Denying(Policy policy, Memory memory, Asking asking) {
        this.policy = policy;
        this.memory = memory;
        this.asking = asking;
    }

    /** Only of what the venue never spoke of do we believe that it never came. */
    void unknown(OrderUnknownToVenue report, Asked asked, Decision decision) {
        if (!memory.isUp(report.venue())) {
            decision.add(new ReportUnmatched(report, "The venue is not up; not believed"));
        } else if (asked.isUnheardOf() || mayHaveExpired(asked)) {
            deny(asked, report.text(), decision);
        } else {
            decision.add(
                    new ReportUnmatched(
                            report, "The venue does not know what it reported on before"));
        }
    }

    /**
     * Asked for the status, the venue says OrdStatus(39) 8. Many say so of what they do not have,
     * with or without OrdRejReason(103) 5: of an order that it acknowledged one such word ends
     * nothing, and it is asked again.
     */
    void rejected(Order order, Reported report, Decision decision) {
        VenueExecution status = report.execution();
        Asked asked = Asked.of(order, status.request());
        boolean mayBeTrue = asked.isUnheardOf() || mayHaveExpired(asked);
        if (mayBeTrue && memory.isUp(report.venue())) {
            deny(asked, status.text(), decision);
        } else if (!order.isFinal()) {
            decision.add(
                    new InvariantViolated(
                            order.id(),
                            "Asked for it, the venue said REJECTED of an order that is %s; it is asked again"
                                    .formatted(order.state())));
            if (order.unknown().isEmpty()) {
                decision.add(new OrderUnknown(order.id(), "The venue says REJECTED, asked for it"));
            }
        }
    }

    /**
     * A venue that finds an order by its OrderID(37) answers for the version it has. When that is
     * not the one we asked about, or no cancel is pending there, it says that it does not have our
     * request.
     */
    void contradicted(Order order, Reported report, Decision decision) {
        VenueExecution status = report.execution();
        if (memory.isUp(report.venue())) {
            contradicted(order, status)
                    .map(link -> new Asked(order, link))
                    .ifPresent(asked -> denyAgain(asked, status, decision));
        }
    }

    private Optional<Link> contradicted(Order order, VenueExecution status) {
        boolean pends =
                switch (status.ordStatus()) {
                    case PENDING_NEW, PENDING_CANCEL -> true;
                    case NEW,
                            PARTIALLY_FILLED,
                            FILLED,
                            DONE_FOR_DAY,
                            CANCELED,
                            STOPPED,
                            REJECTED,
                            SUSPENDED,
                            CALCULATED,
                            EXPIRED,
                            PENDING_REPLACE ->
                            false;
                };
        if (pends || order.linkOf(status.request()).orElseThrow().kind() == Link.Kind.CANCEL) {
            return Optional.empty();
        }
        Optional<Link> asked = order.latestVenueClOrdId().flatMap(order::linkOf);
        if (asked.filter(it -> it.kind() == Link.Kind.REPLACE && it.isPending()).isEmpty()) {
            return status.ordStatus().isLive() ? lostCancel(order) : Optional.empty();
        }
        return asked.filter(it -> !it.named())
                .filter(it -> !it.venueClOrdId().equals(Optional.of(status.request())))
                .filter(_ -> status.ordStatus() != OrdStatus.PENDING_REPLACE);
    }

    private Optional<Link> lostCancel(Order order) {
        List<VenueClOrdId> deferred =
                memory.answers.find(order.id()).map(Awaited::deferred).orElse(List.of());
        return order.unanswered().stream()
                .filter(link -> link.kind() == Link.Kind.CANCEL && !link.named())
                .filter(link -> !deferred.contains(link.venueClOrdId().orElseThrow()))
                .findFirst();
    }

    private void denyAgain(Asked asked, VenueExecution status, Decision decision) {
        if (isRepeated(asked, decision.at())) {
            believe(
                    asked,
                    "The venue does not have it: the order is %s there"
                            .formatted(status.ordStatus()),
                    decision);
        } else {
            decision.add(new StatusDenied(asked.order().id(), asked.id()));
        }
    }

    /** Said once it may be the venue that is behind; only what it repeats is believed. */
    private void deny(Asked asked, String text, Decision decision) {
        Order order = asked.order();
        if (!isRepeated(asked, decision.at())) {
            if (order.unknown().isEmpty() && !order.isFinal()) {
                decision.add(new OrderUnknown(order.id(), "The venue says it does not have it"));
            }
            decision.add(new StatusDenied(order.id(), asked.id()));
        } else {
            believe(asked, text, decision);
        }
    }

    /** A venue may forget what ended with the day, and the report of the end was lost. */
    private boolean mayHaveExpired(Asked asked) {
        return !asked.order().isFinal()
                && asked.link().kind() != Link.Kind.CANCEL
                && asking.isPastItsDay(asked.order());
    }

    private void believe(Asked asked, String text, Decision decision) {
        Order order = asked.order();
        if (!asked.isUnheardOf()) {
            decision.add(new OrderExpired(order.id(), expired(asked, decision)));
        } else if (asked.isOrderItself()) {
            Denial denial = Denial.of(DenialCode.NOT_SENT, text);
            decision.add(new OrderNotSent(order.id(), decision.newExecId(), denial));
        } else {
            OrderEvent event = asked.refused(text, decision.at());
            decision.add(event);
            askOfTheRest(order.after(event, decision.at()), decision);
        }
    }

    private boolean isRepeated(Asked asked, Instant now) {
        Optional<Awaited> awaited = memory.answers.find(asked.order().id());
        Instant requestedAt =
                awaited.flatMap(Awaited::requestedAt).orElse(asked.order().receivedAt());
        return awaited.flatMap(Awaited::denied)
                .filter(denied -> denied.request().equals(asked.id()))
                .filter(denied -> isPast(denied.at(), Asking.BETWEEN_DENIALS, now))
                .filter(_ -> isPast(requestedAt, policy.silentAfter().with(asked.order()), now))
                .isPresent();
    }

    private static boolean isPast(Instant since, Duration wait, Instant now) {
        return !now.isBefore(since.plus(wait));
    }

    private static Execution expired(Asked asked, Decision decision) {
        return new Execution(
                decision.newExecId(),
                Optional.empty(),
                Optional.empty(),
                asked.id(),
                ExecType.EXPIRED,
                OrdStatus.EXPIRED,
                asked.order().cumQty(),
                Qty.ZERO,
                asked.order().avgPx(),
                Asking.DAY_IS_OVER + "; the venue does not have it any more",
                CarriedFields.NONE);
    }

    /** What came before a lost replace may be lost as well, or over. */
    private void askOfTheRest(Order order, Decision decision) {
        if (!order.isFinal() && asking.isPastItsDay(order)) {
            asking.askAgain(order, Asking.DAY_IS_OVER, decision);
        } else if (order.unanswered().stream().anyMatch(link -> link.kind() != Link.Kind.CANCEL)) {
            asking.askAgain(order, "A replace of it did not reach the venue", decision);
        }
    }
}
