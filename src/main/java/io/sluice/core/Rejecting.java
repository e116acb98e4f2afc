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
import io.sluice.order.OrderEvent.CancelRequested;
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

    /** Who asks for a cancel that is made again and was no OMS's. */
    private static final String AGAIN = "the router, again";

    private final Memory memory;
    private final Asking asking;
    private final Denying denying;

    Rejecting(Memory memory, Asking asking, Denying denying) {
        this.memory = memory;
        this.asking = asking;
        this.denying = denying;
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
        if (report.unknownOrder() && namedLostReplace(asked.get())) {
            decision.add(again(asked.get(), decision));
            return;
        }
        OrderEvent event =
                new OrderEvent.RequestRejected(
                        order.id(),
                        report.request(),
                        Optional.empty(),
                        report.unknownOrder()
                                ? asked.get().statusAfter(decision.at())
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

    /**
     * Whether a cancel named a replace that was lost, or refused meanwhile: the venue does not know
     * that version, and has the order all the same.
     */
    private static boolean namedLostReplace(Asked asked) {
        Order order = asked.order();
        return asked.link().kind() == Link.Kind.CANCEL
                && asked.link().isPending()
                && !order.isFinal()
                && asked.link()
                        .orig()
                        .flatMap(order::linkOf)
                        .filter(
                                orig ->
                                        Resuming.isUnsettled(orig)
                                                || (orig.kind() == Link.Kind.REPLACE
                                                        && orig.answer() == Link.Answer.REJECTED))
                        .isPresent();
    }

    /** The same cancel under a new id, at once or as soon as the replace is settled. */
    private static OrderEvent again(Asked asked, Decision decision) {
        return new CancelRequested(
                asked.order().id(),
                asked.link().clOrdId(),
                decision.newVenueClOrdId(),
                asked.link().carried(),
                asked.link().clOrdId().isPresent() ? Optional.empty() : Optional.of(AGAIN),
                asked.order().links().stream().anyMatch(Resuming::isUnsettled),
                Optional.of(asked.id()));
    }

    /** What the venue's FIX engine threw back, the venue never took in. */
    void bounce(MessageBounced report, Decision decision) {
        Optional<Asked> asked = asked(report, report.request(), decision);
        if (asked.isEmpty() || asked.get().link().answer() == Link.Answer.REJECTED) {
            return;
        }
        boolean isOver = asked.get().isOrderItself() && asked.get().order().isFinal();
        if (!asked.get().link().isUnanswered() || isOver) {
            decision.add(new ReportUnmatched(report, "The request was answered before"));
        } else if (asked.get().isOrderItself()) {
            decision.add(rejection(asked.get(), report.text(), decision));
        } else {
            decision.add(asked.get().refused(report.text(), decision.at()));
        }
    }

    void unknown(OrderUnknownToVenue report, Decision decision) {
        asked(report, report.request(), decision)
                .filter(asked -> asked.link().answer() != Link.Answer.REJECTED)
                .ifPresent(asked -> denying.unknown(report, asked, decision));
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
        } else if (Asked.isUnheardOf(order)) {
            decision.add(new OrderNotSent(order.id(), decision.newExecId(), denial));
        } else if (!order.isFinal()) {
            decision.add(
                    new InvariantViolated(order.id(), "The router failed on it: " + command.why()));
        }
    }

    private Optional<Asked> asked(VenueReport report, VenueClOrdId request, Decision decision) {
        Optional<Asked> asked =
                memory.book.find(report.venue(), request).map(order -> Asked.of(order, request));
        if (asked.isEmpty()) {
            decision.add(
                    new ReportUnmatched(
                            report,
                            "No request to %s has the id %s".formatted(report.venue(), request)));
        }
        return asked;
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
}
