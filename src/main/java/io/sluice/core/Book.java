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
    private final OmsIds omsIds = new OmsIds();
    private final Map<VenueClOrdId, OrderId> byVenueClOrdId = new HashMap<>();
    private final Days days;

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
        indexAll(it.order());
    }

    private void indexAll(Order order) {
        for (Link link : order.links()) {
            index(order, link.clOrdId());
            link.venueClOrdId().ifPresent(id -> byVenueClOrdId.put(id, order.id()));
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
        return omsIds.find(oms, id, this::usesIds).flatMap(this::find);
    }

    @Override
    public Optional<Order> find(VenueId venue, VenueClOrdId id) {
        return find(id).filter(order -> order.venue().equals(Optional.of(venue)));
    }

    Optional<Order> find(VenueClOrdId id) {
        return Optional.ofNullable(byVenueClOrdId.get(id)).flatMap(this::find);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Collection<Order> open() {
        return Collections.unmodifiableCollection(open.values());
    }

    /** A ClOrdID(11) is used for the trading day, and as long as its order lives. */
    @Override
    public boolean isUsed(OmsId oms, ClOrdId id) {
        return omsIds.isUsed(oms, id, this::usesIds);
    }

    private boolean usesIds(OrderId id) {
        Entry entry = entries.get(id);
        return entry != null && entry.endedOn().map(day -> day.equals(days.current())).orElse(true);
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
        if (entries.containsKey(event.orderId())) {
            throw new IllegalStateException("The order's id was used before: " + event);
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
        }
        put(new Entry(order, booked, endedOn));
        keepIds(order, event);
    }

    private void keepIds(Order order, OrderEvent event) {
        switch (event) {
            case OrderReceived e -> index(order, Optional.of(e.clOrdId()));
            case OrderRecalled _ -> indexAll(order);
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
        omsIds.refuse(id);
        days.refused(id);
    }

    /** Ids are free when the day is over; what they led to is found until it is forgotten. */
    void roll(Days.Rolled rolled) {
        rolled.refusedIds().forEach(omsIds::forget);
        rolled.forgotten().forEach(this::forget);
    }

    private void forget(OrderId id) {
        Entry entry = entries.remove(id);
        if (entry == null) {
            return;
        }
        Order order = entry.order();
        for (Link link : order.links()) {
            link.clOrdId().ifPresent(it -> omsIds.remove(order.oms(), it, id));
            link.venueClOrdId().ifPresent(byVenueClOrdId::remove);
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
        id.ifPresent(it -> omsIds.add(order.oms(), it, order.id()));
    }
}
