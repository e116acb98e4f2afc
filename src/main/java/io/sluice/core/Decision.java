package io.sluice.core;

import io.sluice.order.Denial;
import io.sluice.order.Event;
import io.sluice.order.ExecId;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderId;
import io.sluice.order.VenueClOrdId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer to one input in the making: the events so far, and the ids it may still give. */
final class Decision {

    private final Now now;
    private final Ids ids;
    private long counter;
    private int asked;
    private final List<Event> events = new ArrayList<>();

    Decision(Now now, Ids ids) {
        this.now = now;
        this.ids = ids;
        this.counter = ids.counter();
    }

    void add(Event event) {
        events.add(event);
        if (event instanceof StatusRequested || event instanceof CancelResumed) {
            asked++;
        }
    }

    /** How many messages it asks venues or resumes cancels with so far. */
    int asked() {
        return asked;
    }

    /** How many events there are so far. */
    int count() {
        return events.size();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<OrderEvent> orderEvents() {
        return events.stream()
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast)
                .toList();
    }

    Instant at() {
        return now.at();
    }

    Optional<Denial> noNewOrders() {
        return now.noNewOrders();
    }

    OrderId newOrderId() {
        return new OrderId(nextId());
    }

    VenueClOrdId newVenueClOrdId() {
        return new VenueClOrdId(nextId());
    }

    ExecId newExecId() {
        return new ExecId(nextId());
    }

    private String nextId() {
        counter++;
        return ids.id(counter);
    }
}
