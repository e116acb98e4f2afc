package io.sluice.core;

import io.sluice.core.RouterState.Awaited;
import io.sluice.order.CarriedFields;
import io.sluice.order.Command.GiveUp;
import io.sluice.order.Command.StopUnsent;
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
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderRejected;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.OrderState;
import io.sluice.order.Qty;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueReport;
import io.sluice.order.VenueReport.MessageBounced;
import io.sluice.order.VenueReport.OrderUnknownToVenue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what it means that a request was refused by the venue, bounced, or never left. */
final class Rejecting {

    private final Policy policy;
    private final Memory memory;
    private final Asking asking;

    /** A request of ours that a report speaks of. */
    private record Asked(Order order, Link link) {

        VenueClOrdId id() {
            return link.venueClOrdId().orElseThrow();
        }

        boolean isOrderItself() {
            return link.kind() == Link.Kind.NEW;
        }
    }

    Rejecting(Policy policy, Memory memory, Asking asking) {
        this.policy = policy;
        this.memory = memory;
        this.asking = asking;
    }

    void reject(VenueReport.RequestRejected report, Decision decision) {
        Optional<Asked> asked = asked(report, report.request(), decision);
        if (asked.isEmpty() || asked.get().link().answer() == Link.Answer.REJECTED) {
            return;
        }
        Order order = asked.get().order();
        if (asked.get().isOrderItself() || !asked.get().link().isUnanswered()) {
            decision.add(new ReportUnmatched(report, "No cancel or replace waits for it"));
            return;
        }
        OrderEvent event =
                new OrderEvent.RequestRejected(
                        order.id(),
                        report.request(),
                        Optional.empty(),
                        report.unknownOrder()
                                ? statusAfter(asked.get(), decision)
                                : report.ordStatus(),
                        report.text(),
                        report.carried());
        decision.add(event);
        if (report.unknownOrder()
                && order.isAcknowledged()
                && !order.isReplacePending()
                && !order.isFinal()) {
            decision.add(
                    new InvariantViolated(
                            order.id(), "The venue does not know an order it acknowledged"));
        }
        asking.askIfOver(order.after(event, decision.at()), report.ordStatus(), decision);
    }

    /** What the venue's FIX engine threw back, the venue never took in. */
    void bounce(MessageBounced report, Decision decision) {
        Optional<Asked> asked = asked(report, report.request(), decision);
        if (asked.isEmpty() || asked.get().link().answer() == Link.Answer.REJECTED) {
            return;
        }
        if (!asked.get().link().isUnanswered() || asked.get().order().isFinal()) {
            decision.add(new ReportUnmatched(report, "The request was answered before"));
        } else if (asked.get().isOrderItself()) {
            decision.add(rejection(asked.get(), report.text(), decision));
        } else {
            decision.add(requestRejection(asked.get(), report.text(), decision));
        }
    }

    /** Only of an order that the venue never spoke of do we believe that it never came. */
    void unknown(OrderUnknownToVenue report, Decision decision) {
        Optional<Asked> asked = asked(report, report.request(), decision);
        if (asked.isEmpty() || asked.get().link().answer() == Link.Answer.REJECTED) {
            return;
        }
        if (!memory.isUp(report.venue())) {
            decision.add(new ReportUnmatched(report, "The venue is not up; not believed"));
        } else if (isUnheardOf(asked.get())) {
            deny(asked.get(), report.text(), decision);
        } else {
            decision.add(
                    new ReportUnmatched(
                            report, "The venue does not know an order it reported on before"));
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
            OrderEvent event = requestRejection(asked, text, decision);
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

    /** Our own outbox kept an order or a replace back. Said twice, it counts once. */
    void stop(StopUnsent command, Decision decision) {
        Order order =
                memory.book
                        .find(command.request())
                        .orElseThrow(
                                () -> new IllegalStateException("No such request: " + command));
        Link link = order.linkOf(command.request()).orElseThrow();
        if (order.isFinal() || link.answer() == Link.Answer.REJECTED) {
            return;
        }
        Denial denial = Denial.of(DenialCode.NOT_SENT, command.why());
        if (!link.isPending() || link.kind() == Link.Kind.CANCEL) {
            decision.add(
                    new InvariantViolated(
                            order.id(),
                            "A %s that is %s was said not to have left"
                                    .formatted(link.kind(), link.answer())));
        } else if (link.kind() == Link.Kind.NEW) {
            decision.add(new OrderNotSent(order.id(), decision.newExecId(), denial));
        } else {
            decision.add(new ReplaceNotSent(order.id(), command.request(), denial));
        }
    }

    /** The router failed on an order that it had taken. Only what never left can be ended so. */
    void giveUp(GiveUp command, Decision decision) {
        Order order = memory.book.get(command.orderId());
        Denial denial = Denial.of(DenialCode.INTERNAL_ERROR, command.why());
        if (order.state() == OrderState.RECEIVED) {
            decision.add(new OrderDenied(order.id(), decision.newExecId(), denial, List.of()));
        } else if (isUnheardOf(order)) {
            decision.add(new OrderNotSent(order.id(), decision.newExecId(), denial));
        } else if (!order.isFinal()) {
            decision.add(
                    new InvariantViolated(order.id(), "The router failed on it: " + command.why()));
        }
    }

    private Optional<Asked> asked(VenueReport report, VenueClOrdId request, Decision decision) {
        Optional<Asked> asked =
                memory.book
                        .find(report.venue(), request)
                        .map(order -> new Asked(order, order.linkOf(request).orElseThrow()));
        if (asked.isEmpty()) {
            decision.add(
                    new ReportUnmatched(
                            report,
                            "No request to %s has the id %s".formatted(report.venue(), request)));
        }
        return asked;
    }

    private static boolean isUnheardOf(Order order) {
        return order.state() == OrderState.ROUTED
                && !order.isAcknowledged()
                && order.venueOrderId().isEmpty();
    }

    private static boolean isUnheardOf(Asked asked) {
        return asked.isOrderItself() ? isUnheardOf(asked.order()) : asked.link().isPending();
    }

    private static OrderEvent rejection(Asked asked, String text, Decision decision) {
        Execution execution =
                new Execution(
                        decision.newExecId(),
                        Optional.empty(),
                        Optional.empty(),
                        asked.id(),
                        ExecType.REJECTED,
                        OrdStatus.REJECTED,
                        asked.order().cumQty(),
                        Qty.ZERO,
                        asked.order().avgPx(),
                        text,
                        CarriedFields.NONE);
        return new OrderRejected(asked.order().id(), execution);
    }

    private static OrderEvent requestRejection(Asked asked, String text, Decision decision) {
        return requestRejection(asked, statusAfter(asked, decision), text);
    }

    /**
     * OrdStatus(39) of the order once the request is refused, by what we know of it: a venue that
     * cannot find the order says 8, which would end it in the eyes of the OMS.
     */
    private static OrdStatus statusAfter(Asked asked, Decision decision) {
        OrderEvent.RequestRejected event = requestRejection(asked, OrdStatus.NEW, "");
        return asked.order().after(event, decision.at()).ordStatus();
    }

    private static OrderEvent.RequestRejected requestRejection(
            Asked asked, OrdStatus ordStatus, String text) {
        return new OrderEvent.RequestRejected(
                asked.order().id(),
                asked.id(),
                Optional.empty(),
                ordStatus,
                text,
                CarriedFields.NONE);
    }
}
