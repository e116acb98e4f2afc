package io.sluice.core;

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
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderState;
import io.sluice.order.Qty;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueReport;
import io.sluice.order.VenueReport.MessageBounced;
import io.sluice.order.VenueReport.OrderUnknownToVenue;

import java.util.List;
import java.util.Optional;

/** Decides what it means that a request was refused by the venue, bounced, or never left. */
final class Rejecting {

    private final Memory memory;

    /** A request of ours that a report speaks of. */
    private record Asked(Order order, Link link) {

        VenueClOrdId id() {
            return link.venueClOrdId().orElseThrow();
        }

        boolean isOrderItself() {
            return link.kind() == Link.Kind.NEW;
        }
    }

    Rejecting(Memory memory) {
        this.memory = memory;
    }

    void reject(VenueReport.RequestRejected report, Decision decision) {
        Optional<Asked> asked = asked(report, report.request(), decision);
        if (asked.isEmpty() || asked.get().link().answer() == Link.Answer.REJECTED) {
            return;
        }
        Order order = asked.get().order();
        if (asked.get().isOrderItself() || !asked.get().link().isPending()) {
            decision.add(new ReportUnmatched(report, "No cancel or replace waits for it"));
            return;
        }
        decision.add(
                new OrderEvent.RequestRejected(
                        order.id(),
                        report.request(),
                        report.unknownOrder()
                                ? statusAfter(asked.get(), decision)
                                : report.ordStatus(),
                        report.text(),
                        report.carried()));
        if (report.unknownOrder()
                && order.isAcknowledged()
                && !order.isReplacePending()
                && !order.isFinal()) {
            decision.add(
                    new InvariantViolated(
                            order.id(), "The venue does not know an order it acknowledged"));
        }
    }

    /** What the venue's FIX engine threw back, the venue never took in. */
    void bounce(MessageBounced report, Decision decision) {
        Optional<Asked> asked = asked(report, report.request(), decision);
        if (asked.isEmpty() || asked.get().link().answer() == Link.Answer.REJECTED) {
            return;
        }
        if (!asked.get().link().isPending() || asked.get().order().isFinal()) {
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
        Order order = asked.get().order();
        if (!memory.isUp(report.venue())) {
            decision.add(new ReportUnmatched(report, "The venue is not up; not believed"));
        } else if (!asked.get().isOrderItself() && asked.get().link().isPending()) {
            decision.add(requestRejection(asked.get(), report.text(), decision));
        } else if (asked.get().isOrderItself() && isUnheardOf(order)) {
            Denial denial = Denial.of(DenialCode.NOT_SENT, report.text());
            decision.add(new OrderNotSent(order.id(), decision.newExecId(), denial));
        } else {
            decision.add(
                    new ReportUnmatched(
                            report, "The venue does not know an order it reported on before"));
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
                asked.order().id(), asked.id(), ordStatus, text, CarriedFields.NONE);
    }
}
