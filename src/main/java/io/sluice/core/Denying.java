package io.sluice.core;

import io.sluice.core.RouterState.Awaited;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.Link;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueReport.OrderUnknownToVenue;
import io.sluice.order.VenueReport.Reported;

import java.time.Duration;
import java.time.Instant;
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
        } else if (asked.isUnheardOf()) {
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
        if (asked.isUnheardOf() && memory.isUp(report.venue())) {
            deny(asked, status.text(), decision);
        } else if (!order.isFinal()) {
            decision.add(
                    new InvariantViolated(
                            order.id(),
                            "Asked for it, the venue said REJECTED of an order that is %s; it is asked again"
                                    .formatted(order.state())));
            if (order.unknown().isEmpty()) {
                decision.add(
                        new OrderUnknown(order.id(), "The venue says REJECTED, asked for it"));
            }
        }
    }

    /** Said once it may be the venue that is behind; only what it repeats is believed. */
    private void deny(Asked asked, String text, Decision decision) {
        Order order = asked.order();
        if (!isRepeated(asked, decision.at())) {
            if (order.unknown().isEmpty()) {
                decision.add(new OrderUnknown(order.id(), "The venue says it does not have it"));
            }
            decision.add(new StatusDenied(order.id(), asked.id()));
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
                .filter(_ -> isPast(requestedAt, policy.silentAfter(), now))
                .isPresent();
    }

    private static boolean isPast(Instant since, Duration wait, Instant now) {
        return !now.isBefore(since.plus(wait));
    }

    /** What came before a lost replace may be lost as well. */
    private void askOfTheRest(Order order, Decision decision) {
        if (order.unanswered().stream().anyMatch(link -> link.kind() != Link.Kind.CANCEL)) {
            asking.askAgain(order, "A replace of it did not reach the venue", decision);
        }
    }
}
