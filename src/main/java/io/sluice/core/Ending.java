package io.sluice.core;

import io.sluice.core.RouterState.Awaited;
import io.sluice.order.CarriedFields;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Link;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderId;
import io.sluice.order.VenueClOrdId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the requests that an order takes with it when it ends, and that no venue will answer:
 * cancels that never left, and all of them when the venue never had the order.
 */
final class Ending {

    private final Memory memory;

    Ending(Memory memory) {
        this.memory = memory;
    }

    /** Looks at what was decided, and adds to it. */
    void answer(Decision decision) {
        byOrder(decision)
                .forEach(
                        (id, events) ->
                                memory.answers
                                        .find(id)
                                        .filter(_ -> hasRequests(memory.book.get(id)))
                                        .ifPresent(awaited -> answer(awaited, events, decision)));
    }

    /** One look at the events for all orders: a venue that comes up may bring thousands. */
    private static Map<OrderId, List<OrderEvent>> byOrder(Decision decision) {
        Map<OrderId, List<OrderEvent>> events = new LinkedHashMap<>(2);
        decision.orderEvents()
                .forEach(
                        event ->
                                events.computeIfAbsent(event.orderId(), _ -> new ArrayList<>(2))
                                        .add(event));
        return events;
    }

    private static boolean hasRequests(Order order) {
        return order.unanswered().stream().anyMatch(link -> link.kind() != Link.Kind.NEW);
    }

    private void answer(Awaited awaited, List<OrderEvent> events, Decision decision) {
        Order order = memory.book.get(awaited.orderId());
        for (OrderEvent event : events) {
            order = order.after(event, decision.at());
        }
        if (order.isFinal()) {
            for (Link link : order.links()) {
                answer(order, link, awaited.deferred(), decision);
            }
        }
    }

    private static void answer(
            Order order, Link link, List<VenueClOrdId> deferred, Decision decision) {
        VenueClOrdId request = link.venueClOrdId().orElseThrow();
        if (!link.isPending() || !(order.presumedEnded() || deferred.contains(request))) {
            return;
        }
        Denial denial = Denial.of(DenialCode.TOO_LATE, "The order is " + order.state());
        switch (link.kind()) {
            case CANCEL ->
                    decision.add(
                            new RequestRejected(
                                    order.id(),
                                    request,
                                    Optional.empty(),
                                    order.ordStatus(),
                                    denial.text(),
                                    CarriedFields.NONE));
            case REPLACE -> decision.add(new ReplaceNotSent(order.id(), request, denial));
            case NEW -> {}
        }
    }
}
