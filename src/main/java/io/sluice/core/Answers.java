package io.sluice.core;

import io.sluice.core.RouterState.Awaited;
import io.sluice.core.RouterState.Denied;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.OrderEvent.StatusKnown;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderId;
import io.sluice.order.VenueClOrdId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The orders with requests that a venue owes an answer to. For the engine's thread. */
final class Answers {

    private final Map<OrderId, Awaited> awaited = new LinkedHashMap<>();

    void restore(List<Awaited> all) {
        all.forEach(it -> awaited.put(it.orderId(), it));
    }

    List<Awaited> all() {
        return List.copyOf(awaited.values());
    }

    Optional<Awaited> find(OrderId id) {
        return Optional.ofNullable(awaited.get(id));
    }

    /** A venue that has been away may have had reasons of its own to deny what it has. */
    void forgetDenials(Predicate<OrderId> of) {
        awaited.replaceAll((id, it) -> of.test(id) ? denied(it, Optional.empty()) : it);
    }

    void forEach(Consumer<Awaited> action) {
        awaited.values().forEach(action);
    }

    /** What the event makes of an order's waiting; nothing is changed yet. */
    Awaited after(OrderEvent event, Instant at) {
        Awaited before = awaited.getOrDefault(event.orderId(), nothing(event.orderId(), at));
        return switch (event) {
            case OrderRouted _, ReplaceRequested _ -> requested(before, at);
            case CancelRequested e when e.deferred() -> deferred(before, e.venueClOrdId());
            case CancelRequested _ -> asked(before, at, 0);
            case CancelResumed e -> asked(resumed(before, e.venueClOrdId()), at, 0);
            case StatusRequested _ -> asked(before, at, before.asks() + 1);
            case StatusDenied e -> denied(before, Optional.of(firstDenied(before, e, at)));
            case StatusKnown e -> takesBack(e, before) ? denied(before, Optional.empty()) : before;
            case RequestRejected e -> asked(resumed(before, e.venueClOrdId()), before.since(), 0);
            case OrderEvent.ByVenue e ->
                    asked(spokenOf(before, e.execution().request()), before.since(), 0);
            case ReplaceNotSent _ -> asked(before, before.since(), 0);
            case OrderEvent _ -> before;
        };
    }

    void keep(Awaited next, Order order) {
        boolean waits =
                !order.unanswered().isEmpty()
                        || !next.deferred().isEmpty()
                        || (order.unknown().isPresent() && !order.isFinal());
        if (order.venue().isPresent() && waits) {
            awaited.put(order.id(), next);
        } else {
            awaited.remove(order.id());
        }
    }

    void forget(List<OrderId> orders) {
        orders.forEach(awaited::remove);
    }

    /** Whether the venue has something of the order that it has not answered, or we must ask. */
    static boolean isOwed(Order order, Awaited awaited) {
        return (order.unknown().isPresent() && !order.isFinal())
                || order.unanswered().stream()
                        .map(Link::venueClOrdId)
                        .anyMatch(id -> id.isPresent() && !awaited.deferred().contains(id.get()));
    }

    private static Awaited nothing(OrderId id, Instant at) {
        return new Awaited(id, at, 0, List.of(), Optional.empty(), Optional.empty());
    }

    private static Awaited requested(Awaited before, Instant at) {
        return new Awaited(
                before.orderId(), at, 0, before.deferred(), Optional.of(at), before.denied());
    }

    private static Awaited asked(Awaited before, Instant since, int asks) {
        return new Awaited(
                before.orderId(),
                since,
                asks,
                before.deferred(),
                before.requestedAt(),
                before.denied());
    }

    private static Denied firstDenied(Awaited before, StatusDenied event, Instant at) {
        return before.denied()
                .filter(it -> it.request().equals(event.request()))
                .orElseGet(() -> new Denied(event.request(), at));
    }

    /** A status of another version says nothing for the one that was denied. */
    private static boolean takesBack(StatusKnown event, Awaited before) {
        boolean isOfAnother =
                event.named().isPresent()
                        && before.denied()
                                .filter(it -> !event.named().get().equals(it.request()))
                                .isPresent();
        return !isOfAnother
                || event.ordStatus() == OrdStatus.PENDING_CANCEL
                || event.ordStatus() == OrdStatus.PENDING_REPLACE;
    }

    /** Only a report on the very request that was denied takes the denial back. */
    private static Awaited spokenOf(Awaited before, VenueClOrdId request) {
        boolean wasDenied = before.denied().map(it -> it.request().equals(request)).orElse(false);
        return wasDenied ? denied(before, Optional.empty()) : before;
    }

    private static Awaited denied(Awaited before, Optional<Denied> denied) {
        return new Awaited(
                before.orderId(),
                before.since(),
                before.asks(),
                before.deferred(),
                before.requestedAt(),
                denied);
    }

    private static Awaited waiting(Awaited before, List<VenueClOrdId> deferred) {
        return new Awaited(
                before.orderId(),
                before.since(),
                before.asks(),
                List.copyOf(deferred),
                before.requestedAt(),
                before.denied());
    }

    private static Awaited deferred(Awaited before, VenueClOrdId id) {
        List<VenueClOrdId> more = new ArrayList<>(before.deferred());
        more.add(id);
        return waiting(before, more);
    }

    private static Awaited resumed(Awaited before, VenueClOrdId id) {
        List<VenueClOrdId> left = before.deferred().stream().filter(it -> !it.equals(id)).toList();
        return waiting(before, left);
    }
}
