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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        for (OrderId id : orders(decision)) {
            memory.answers
                    .find(id)
                    .filter(_ -> hasRequests(memory.book.get(id)))
                    .ifPresent(awaited -> answer(awaited, decision));
        }
    }

    private static Set<OrderId> orders(Decision decision) {
        Set<OrderId> ids = new LinkedHashSet<>(2);
        decision.orderEvents().forEach(event -> ids.add(event.orderId()));
        return ids;
    }

    private static boolean hasRequests(Order order) {
        return order.unanswered().stream().anyMatch(link -> link.kind() != Link.Kind.NEW);
    }

    private void answer(Awaited awaited, Decision decision) {
        Order order = memory.book.get(awaited.orderId());
        for (OrderEvent event : decision.orderEvents()) {
            if (event.orderId().equals(order.id())) {
                order = order.after(event, decision.at());
            }
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
