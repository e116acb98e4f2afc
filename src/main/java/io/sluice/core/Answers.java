package io.sluice.core;

import io.sluice.core.RouterState.Awaited;
import io.sluice.order.Link;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderId;
import io.sluice.order.VenueClOrdId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The orders with requests that a venue owes an answer to. For the engine's thread. */
final class Answers {

    private final Map<OrderId, Awaited> awaited = new LinkedHashMap<>();

    void restore(List<Awaited> all) {
        all.forEach(it -> awaited.put(it.orderId(), it));
    }

    List<Awaited> all() {
        return List.copyOf(awaited.values());
    }

    void forEach(Consumer<Awaited> action) {
        awaited.values().forEach(action);
    }

    /** What the event makes of an order's waiting; nothing is changed yet. */
    Awaited after(OrderEvent event, Instant at) {
        Awaited before =
                awaited.getOrDefault(
                        event.orderId(), new Awaited(event.orderId(), at, 0, List.of()));
        return switch (event) {
            case OrderRouted _, ReplaceRequested _ -> asked(before, at, 0);
            case CancelRequested e when e.deferred() -> deferred(before, e.venueClOrdId());
            case CancelRequested _ -> asked(before, at, 0);
            case CancelResumed e -> asked(resumed(before, e.venueClOrdId()), at, 0);
            case StatusRequested _ -> asked(before, at, before.asks() + 1);
            case RequestRejected e -> asked(resumed(before, e.venueClOrdId()), before.since(), 0);
            case OrderEvent.ByVenue _, ReplaceNotSent _ -> asked(before, before.since(), 0);
            case OrderEvent _ -> before;
        };
    }

    void keep(Awaited next, Order order) {
        boolean waits = !order.unanswered().isEmpty() || !next.deferred().isEmpty();
        if (order.venue().isPresent() && waits) {
            awaited.put(order.id(), next);
        } else {
            awaited.remove(order.id());
        }
    }

    void forget(List<OrderId> orders) {
        orders.forEach(awaited::remove);
    }

    /** Whether the venue has something of the order that it has not answered. */
    static boolean isOwed(Order order, Awaited awaited) {
        return order.unanswered().stream()
                .map(Link::venueClOrdId)
                .anyMatch(id -> id.isPresent() && !awaited.deferred().contains(id.get()));
    }

    private static Awaited asked(Awaited before, Instant since, int asks) {
        return new Awaited(before.orderId(), since, asks, before.deferred());
    }

    private static Awaited deferred(Awaited before, VenueClOrdId id) {
        List<VenueClOrdId> more = new ArrayList<>(before.deferred());
        more.add(id);
        return new Awaited(before.orderId(), before.since(), before.asks(), List.copyOf(more));
    }

    private static Awaited resumed(Awaited before, VenueClOrdId id) {
        List<VenueClOrdId> left = before.deferred().stream().filter(it -> !it.equals(id)).toList();
        return new Awaited(before.orderId(), before.since(), before.asks(), left);
    }
}
