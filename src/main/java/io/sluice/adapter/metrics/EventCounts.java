package io.sluice.adapter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.order.Denial;
import io.sluice.order.Event;
import io.sluice.order.Event.DayRolled;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.Event.KillConfirmed;
import io.sluice.order.Event.KillRefused;
import io.sluice.order.Event.KillUnconfirmed;
import io.sluice.order.Event.LookUpEnded;
import io.sluice.order.Event.OperatorRefused;
import io.sluice.order.Event.RearmRefused;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.Event.RouterEvent;
import io.sluice.order.Event.RouterStarted;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Event.ScopeRearmed;
import io.sluice.order.Event.VenueCameUp;
import io.sluice.order.Event.VenueWentDown;
import io.sluice.order.Link;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.ByVenue;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderDoneForDay;
import io.sluice.order.OrderEvent.OrderExpired;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderRecalled;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRejected;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.OrderEvent.StatusKnown;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueId;
import io.sluice.port.Frame;
import io.sluice.port.Journal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts events as the journal tells them, off the engine's thread. Labels are codes, sessions and
 * venues, never orders. One thread feeds it.
 */
final class EventCounts implements Journal.FrameReader {

    private final MeterRegistry registry;
    private final PendingRequests pending = new PendingRequests();
    private final Set<VenueId> venuesUp = ConcurrentHashMap.newKeySet();

    EventCounts(MeterRegistry registry) {
        this.registry = registry;
        registry.counter("sluice.fills");
        registry.counter("sluice.rejects");
        registry.counter("sluice.orders.unknown");
        List.of("requested", "refused", "accepted", "rejected")
                .forEach(
                        it -> {
                            registry.counter("sluice.cancels", "outcome", it);
                            registry.counter("sluice.replaces", "outcome", it);
                        });
        registry.counter("sluice.alarms", "type", "report_unmatched");
        registry.counter("sluice.alarms", "type", "invariant_violated");
    }

    boolean isUp(VenueId venue) {
        return venuesUp.contains(venue);
    }

    @Override
    public void take(long position, Frame frame) {
        for (Frame.Entry entry : frame.entries()) {
            if (entry instanceof Frame.Happened(Event event)) {
                count(event);
            }
        }
    }

    private void count(Event event) {
        if (event instanceof ByVenue report) {
            count("sluice.executions", "type", report.execution().execType().name());
        }
        switch (event) {
            case OrderEvent it -> count(it);
            case RouterEvent it -> count(it);
        }
    }

    private void count(OrderEvent event) {
        switch (event) {
            case OrderReceived it -> count("sluice.orders", "oms", it.oms().value());
            case OrderDenied it -> denied("order", it.denial());
            case OrderNotSent it -> denied("order", it.denial());
            case OrderRouted it -> count("sluice.orders.routed", "venue", it.venue().value());
            case OrderFilled _ -> count("sluice.fills");
            case OrderRejected _ -> count("sluice.rejects");
            case OrderCanceled it -> canceled(it);
            case OrderReplaced it -> answered(it.execution().request(), "accepted");
            case CancelRequested it -> asked(it.venueClOrdId(), PendingRequests.Kind.CANCEL);
            case ReplaceRequested it -> asked(it.venueClOrdId(), PendingRequests.Kind.REPLACE);
            case RequestRejected it -> answered(it.venueClOrdId(), "rejected");
            case ReplaceNotSent it -> {
                answered(it.venueClOrdId(), "not_sent");
                denied("replace", it.denial());
            }
            case OrderUnknown _ -> count("sluice.orders.unknown");
            case InvariantViolated _ -> count("sluice.alarms", "type", "invariant_violated");
            case OrderAccepted _,
                    OrderRecalled _,
                    OrderExpired _,
                    OrderDoneForDay _,
                    OrderReported _,
                    CancelResumed _,
                    StatusRequested _,
                    StatusDenied _,
                    StatusKnown _ -> {}
        }
    }

    private void count(RouterEvent event) {
        switch (event) {
            case RouterStarted _ -> venuesUp.clear();
            case VenueCameUp it -> venuesUp.add(it.venue());
            case VenueWentDown it -> venuesUp.remove(it.venue());
            case DuplicateRefused _ ->
                    count("sluice.denials", "request", "order", "code", "DUPLICATE_CL_ORD_ID");
            case InvalidOrderRefused it -> denied("order", it.denial());
            case RequestRefused it -> refused(it);
            case OperatorRefused it -> denied("operator", it.denial());
            case ReportUnmatched it -> unmatched(!it.lookUp());
            case LookUpEnded it -> unmatched(it.orderId().isEmpty());
            case ScopeKilled it -> count("sluice.kills", "scope", it.scope().type().toString());
            case KillUnconfirmed _ -> count("sluice.alarms", "type", "kill_unconfirmed");
            case KillRefused it -> denied("operator", it.denial());
            case RearmRefused it -> denied("operator", it.denial());
            case DayRolled _, ScopeRearmed _, KillConfirmed _ -> {}
        }
    }

    /** What is looked up in the order book store first may still find its order. */
    private void unmatched(boolean forGood) {
        if (forGood) {
            count("sluice.alarms", "type", "report_unmatched");
        }
    }

    private void asked(VenueClOrdId request, PendingRequests.Kind kind) {
        pending.asked(request, kind);
        outcome(kind, "requested");
    }

    /** One that nobody here asked for is counted as such. */
    private void canceled(OrderCanceled event) {
        Optional<PendingRequests.Kind> kind = pending.answered(event.execution().request());
        outcome(
                PendingRequests.Kind.CANCEL,
                kind.filter(PendingRequests.Kind.CANCEL::equals).isPresent()
                        ? "accepted"
                        : "unsolicited");
    }

    private void answered(VenueClOrdId request, String outcome) {
        pending.answered(request).ifPresent(kind -> outcome(kind, outcome));
    }

    private void outcome(PendingRequests.Kind kind, String outcome) {
        switch (kind) {
            case CANCEL -> count("sluice.cancels", "outcome", outcome);
            case REPLACE -> count("sluice.replaces", "outcome", outcome);
        }
    }

    private void refused(RequestRefused event) {
        boolean cancel = event.kind() == Link.Kind.CANCEL;
        outcome(cancel ? PendingRequests.Kind.CANCEL : PendingRequests.Kind.REPLACE, "refused");
        denied(event.kind().name().toLowerCase(Locale.ROOT), event.denial());
    }

    private void denied(String request, Denial denial) {
        count("sluice.denials", "request", request, "code", denial.code().name());
    }

    private void count(String name, String... labels) {
        registry.counter(name, labels).increment();
    }
}
