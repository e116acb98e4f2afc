package io.sluice.core;

import io.sluice.core.RouterState.RefusedId;
import io.sluice.core.RouterState.Remembered;
import io.sluice.order.ClOrdId;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.OrderRecalled;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.OrderId;
import io.sluice.order.Orders;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The orders that the router remembers, found by any of their ids, and the ids that are used. For
 * the engine's thread.
 */
final class Book implements Orders {

    private final Map<OrderId, Entry> entries = new LinkedHashMap<>();
    private final Map<OrderId, Order> open = new LinkedHashMap<>();
    private final Map<UsedId, Optional<OrderId>> usedIds = new HashMap<>();
    private final Map<VenueClOrdId, OrderId> byVenueClOrdId = new HashMap<>();
    private final Days days;

    private record UsedId(OmsId oms, ClOrdId clOrdId) {}

    private record Entry(Order order, Bookings booked, Optional<LocalDate> endedOn) {

        Remembered remembered() {
            return new Remembered(order, booked.all(), endedOn);
        }
    }

    Book(Days days) {
        this.days = days;
    }

    void restore(List<Remembered> remembered, List<RefusedId> refused) {
        remembered.forEach(this::restore);
        refused.forEach(this::refuse);
    }

    private void restore(Remembered it) {
        put(new Entry(it.order(), new Bookings(it.booked()), it.endedOn()));
        it.endedOn().ifPresent(day -> days.ended(it.order().id(), day));
        boolean usesIds = it.endedOn().isEmpty() || it.endedOn().get().equals(days.current());
        for (Link link : it.order().links()) {
            if (usesIds) {
                index(it.order(), link.clOrdId());
            }
            link.venueClOrdId().ifPresent(id -> byVenueClOrdId.put(id, it.order().id()));
        }
    }

    List<Remembered> all() {
        return entries.values().stream().map(Entry::remembered).toList();
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::order);
    }

    @Override
    public Optional<Order> find(OmsId oms, ClOrdId id) {
        return usedIds.getOrDefault(new UsedId(oms, id), Optional.empty()).flatMap(this::find);
    }

    @Override
    public Optional<Order> find(VenueId venue, VenueClOrdId id) {
        return find(id).filter(order -> order.venue().equals(Optional.of(venue)));
    }

    Optional<Order> find(VenueClOrdId id) {
        return Optional.ofNullable(byVenueClOrdId.get(id)).flatMap(this::find);
    }

    @Override
    public Collection<Order> open() {
        return Collections.unmodifiableCollection(open.values());
    }

    boolean isUsed(OmsId oms, ClOrdId id) {
        return usedIds.containsKey(new UsedId(oms, id));
    }

    Bookings bookings(Order order) {
        Entry entry = entries.get(order.id());
        return entry == null ? new Bookings(List.of()) : entry.booked();
    }

    /** The order after an event. Fails when the event does not fit, and changes nothing. */
    Order after(OrderEvent event, Instant at) {
        return switch (event) {
            case OrderReceived e -> received(e, at);
            case OrderRecalled e -> recalled(e);
            case OrderRouted e -> requestedAs(e.venueClOrdId(), e, at);
            case CancelRequested e -> requestedAs(e.venueClOrdId(), e, at);
            case ReplaceRequested e -> requestedAs(e.venueClOrdId(), e, at);
            case OrderEvent e -> get(e.orderId()).after(e, at);
        };
    }

    private Order received(OrderReceived event, Instant at) {
        if (entries.containsKey(event.orderId()) || isUsed(event.oms(), event.clOrdId())) {
            throw new IllegalStateException("An id of the order was used before: " + event);
        }
        return Order.received(event, at);
    }

    /** Replayed by a router that remembers for longer, the order never left. */
    private Order recalled(OrderRecalled event) {
        Order order = event.order();
        if (!order.id().equals(event.orderId())) {
            throw new IllegalStateException("Another order is recalled: " + event);
        }
        Entry remembered = entries.get(order.id());
        if (remembered != null) {
            return remembered.order();
        }
        if (requests(order).anyMatch(byVenueClOrdId::containsKey)) {
            throw new IllegalStateException("A request's id is another order's: " + event);
        }
        return order;
    }

    private static Stream<VenueClOrdId> requests(Order order) {
        return order.links().stream().flatMap(link -> link.venueClOrdId().stream());
    }

    private Order requestedAs(VenueClOrdId id, OrderEvent event, Instant at) {
        if (byVenueClOrdId.containsKey(id)) {
            throw new IllegalStateException("The request's id was used before: " + event);
        }
        return get(event.orderId()).after(event, at);
    }

    /** Takes over what {@link #after} computed. */
    void keep(Order order, OrderEvent event) {
        Entry before = entries.get(order.id());
        Bookings booked = before == null ? new Bookings(List.of()) : before.booked();
        Optional<LocalDate> endedOn = before == null ? Optional.empty() : before.endedOn();
        booked.add(event);
        if (order.isFinal() && endedOn.isEmpty()) {
            endedOn = Optional.of(days.current());
            days.ended(order.id(), days.current());
        } else if (!order.isFinal() && endedOn.isPresent()) {
            days.reopened(order.id(), endedOn.get());
            endedOn = Optional.empty();
            claimIds(order);
        }
        put(new Entry(order, booked, endedOn));
        keepIds(order, event);
    }

    private void keepIds(Order order, OrderEvent event) {
        switch (event) {
            case OrderReceived e -> index(order, Optional.of(e.clOrdId()));
            case OrderRecalled _ ->
                    requests(order).forEach(id -> byVenueClOrdId.put(id, order.id()));
            case OrderRouted e -> byVenueClOrdId.put(e.venueClOrdId(), order.id());
            case CancelRequested e -> {
                index(order, e.clOrdId());
                byVenueClOrdId.put(e.venueClOrdId(), order.id());
            }
            case ReplaceRequested e -> {
                index(order, Optional.of(e.clOrdId()));
                byVenueClOrdId.put(e.venueClOrdId(), order.id());
            }
            case OrderEvent _ -> {}
        }
    }

    /**
     * An id that a refused request has used; one that was used before stays as it is. The OMS may
     * still ask by it: it leads to the order that the request was about.
     */
    void refuse(OmsId oms, ClOrdId clOrdId, Optional<OrderId> orderId) {
        if (!isUsed(oms, clOrdId)) {
            refuse(new RefusedId(oms, clOrdId, orderId, days.current()));
        }
    }

    private void refuse(RefusedId id) {
        usedIds.put(new UsedId(id.oms(), id.clOrdId()), id.orderId());
        days.refused(id);
    }

    /** A ClOrdID(11) is used for the trading day, and as long as its order lives. */
    void roll(Days.Rolled rolled) {
        rolled.ended().forEach(this::freeIds);
        rolled.refusedIds()
                .forEach(id -> usedIds.remove(new UsedId(id.oms(), id.clOrdId()), id.orderId()));
        rolled.forgotten().forEach(this::forget);
    }

    private void freeIds(OrderId id) {
        find(id).ifPresent(
                        order ->
                                order.links().stream()
                                        .flatMap(link -> link.clOrdId().stream())
                                        .map(it -> new UsedId(order.oms(), it))
                                        .forEach(it -> usedIds.remove(it, Optional.of(id))));
    }

    private void forget(OrderId id) {
        freeIds(id);
        Entry entry = entries.remove(id);
        if (entry == null) {
            return;
        }
        requests(entry.order()).forEach(byVenueClOrdId::remove);
    }

    /** An order that is open again uses its ids again, unless they went to another one. */
    private void claimIds(Order order) {
        for (Link link : order.links()) {
            link.clOrdId()
                    .map(id -> new UsedId(order.oms(), id))
                    .ifPresent(id -> usedIds.putIfAbsent(id, Optional.of(order.id())));
        }
    }

    private void put(Entry entry) {
        Order order = entry.order();
        entries.put(order.id(), entry);
        if (order.isFinal()) {
            open.remove(order.id());
        } else {
            open.put(order.id(), order);
        }
    }

    private void index(Order order, Optional<ClOrdId> id) {
        id.ifPresent(it -> usedIds.put(new UsedId(order.oms(), it), Optional.of(order.id())));
    }
}
