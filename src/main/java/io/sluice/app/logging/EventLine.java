package io.sluice.app.logging;

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
import io.sluice.order.Execution;
import io.sluice.order.OrderEvent;
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
import io.sluice.order.Price;
import io.sluice.order.Terms;

import java.util.Locale;
import java.util.Optional;

/** What people read of an event: one line, the order first. */
final class EventLine {

    /** Nothing for what an alarm tells already. */
    static Optional<String> of(Event event) {
        return switch (event) {
            case OrderEvent it ->
                    Optional.of(what(it))
                            .filter(what -> !what.isEmpty())
                            .map(what -> "order " + it.orderId() + " " + what);
            case RouterEvent it -> Optional.of(what(it)).filter(what -> !what.isEmpty());
        };
    }

    private static String what(OrderEvent event) {
        return switch (event) {
            case OrderReceived it ->
                    "received from %s as %s: %s"
                            .formatted(it.oms(), it.clOrdId(), terms(it.terms()));
            case OrderDenied it -> "denied: " + it.denial().text();
            case OrderRouted it -> "routed to " + it.venue() + " as " + it.venueClOrdId();
            case OrderNotSent it -> "not sent: " + it.denial().text();
            case OrderAccepted it -> "accepted" + execution(it.execution());
            case OrderRejected it -> "rejected by the venue" + execution(it.execution());
            case OrderFilled it ->
                    "filled %s at %s%s"
                            .formatted(
                                    it.trade().lastQty(),
                                    it.trade().lastPx(),
                                    execution(it.execution()));
            case OrderCanceled it -> "canceled" + execution(it.execution());
            case OrderExpired it -> "expired" + execution(it.execution());
            case OrderDoneForDay it -> "done for the day" + execution(it.execution());
            case OrderReplaced it -> "replaced" + execution(it.execution());
            case OrderReported it -> it.execution().execType() + execution(it.execution());
            case CancelRequested it ->
                    "cancel requested by %s as %s%s"
                            .formatted(
                                    it.by().orElse("the OMS"),
                                    it.venueClOrdId(),
                                    it.deferred() ? ", waits for the venue" : "");
            case CancelResumed it -> "cancel sent now as " + it.venueClOrdId();
            case ReplaceRequested it ->
                    "replace requested as %s: %s".formatted(it.venueClOrdId(), terms(it.terms()));
            case RequestRejected it ->
                    "request %s rejected, %s: %s"
                            .formatted(it.venueClOrdId(), it.ordStatus(), it.text());
            case ReplaceNotSent it -> "replace not sent: " + it.denial().text();
            case OrderUnknown it -> "is unknown: " + it.why();
            case StatusRequested it -> "asked about by " + it.request();
            case StatusDenied _ -> "is not known to the venue, it says";
            case StatusKnown it ->
                    "is known to the venue: %s, cum %s".formatted(it.ordStatus(), it.cumQty());
            case OrderRecalled it ->
                    "recalled from the order book store: %s, cum %s"
                            .formatted(it.order().state(), it.order().cumQty());
            case InvariantViolated _ -> "";
        };
    }

    private static String what(RouterEvent event) {
        return switch (event) {
            case RouterStarted it ->
                    "router %s started, epoch %d".formatted(it.instance(), it.epoch());
            case DayRolled it -> "trading day " + it.day() + " began";
            case VenueCameUp it -> "venue " + it.venue() + " is up";
            case VenueWentDown it -> "venue " + it.venue() + " is down: " + it.why();
            case DuplicateRefused it ->
                    "order %s of %s refused: the ClOrdID(11) was used before"
                            .formatted(it.clOrdId(), it.oms());
            case InvalidOrderRefused it ->
                    "order %s of %s refused as %s: %s"
                            .formatted(it.clOrdId(), it.oms(), it.orderId(), it.denial().text());
            case RequestRefused it ->
                    "%s %s of %s for %s refused: %s"
                            .formatted(
                                    it.kind().name().toLowerCase(Locale.ROOT),
                                    it.clOrdId(),
                                    it.oms(),
                                    it.orderId()
                                            .map(id -> "order " + id)
                                            .orElse("OrigClOrdID(41) " + it.origClOrdId()),
                                    it.denial().text());
            case OperatorRefused it ->
                    "order %s: refused to %s: %s"
                            .formatted(it.orderId(), it.operator(), it.denial().text());
            case ScopeKilled it ->
                    "scope %s killed by %s, kill %s, %s: %s"
                            .formatted(it.scope(), it.by(), it.killId(), it.mode(), it.reason());
            case ScopeRearmed it ->
                    "scope %s re-armed by %s: %s".formatted(it.scope(), it.by(), it.reason());
            case KillConfirmed it ->
                    "kill %s is confirmed: all of its %d orders have ended"
                            .formatted(it.killId(), it.targets());
            case KillRefused it ->
                    "kill %s of %s refused: %s"
                            .formatted(it.killId(), it.scope(), it.denial().text());
            case RearmRefused it ->
                    "re-arm of %s refused: %s".formatted(it.scope(), it.denial().text());
            case ReportUnmatched _, LookUpEnded _, KillUnconfirmed _ -> "";
        };
    }

    private static String terms(Terms terms) {
        return "%s %s %s %s%s %s, account %s"
                .formatted(
                        terms.side(),
                        terms.qty(),
                        terms.symbol(),
                        terms.orderType(),
                        terms.price().map(Price::toString).map(px -> " " + px).orElse(""),
                        terms.timeInForce(),
                        terms.account());
    }

    private static String execution(Execution execution) {
        return ", %s, cum %s, leaves %s%s"
                .formatted(
                        execution.ordStatus(),
                        execution.cumQty(),
                        execution.leavesQty(),
                        execution.text().isEmpty() ? "" : ": " + execution.text());
    }

    private EventLine() {}
}
