package io.sluice.core;

import io.sluice.core.RouterState.Awaited;
import io.sluice.order.Link;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderId;
import io.sluice.order.VenueClOrdId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets cancels go that wait behind a replace of which it was not known whether it came: as soon as
 * that is known.
 */
final class Resuming {

    private final Memory memory;

    Resuming(Memory memory) {
        this.memory = memory;
    }

    /** Looks at what was decided, and adds to it. */
    void resume(Decision decision) {
        Map<OrderId, List<OrderEvent>> events = new LinkedHashMap<>(2);
        for (OrderEvent event : decision.orderEvents()) {
            if (!deferred(event.orderId()).isEmpty() && isVenueUp(event.orderId())) {
                events.computeIfAbsent(event.orderId(), _ -> new ArrayList<>(2)).add(event);
            }
        }
        events.forEach((id, ofOrder) -> resume(id, deferred(id), ofOrder, decision));
    }

    private List<VenueClOrdId> deferred(OrderId id) {
        return memory.answers.find(id).map(Awaited::deferred).orElse(List.of());
    }

    private boolean isVenueUp(OrderId id) {
        return memory.book.get(id).venue().map(memory::isUp).orElse(false);
    }

    private void resume(
            OrderId id, List<VenueClOrdId> deferred, List<OrderEvent> events, Decision decision) {
        Order order = memory.book.get(id);
        for (OrderEvent event : events) {
            order = order.after(event, decision.at());
        }
        for (VenueClOrdId cancel : deferred) {
            boolean waits =
                    order.linkOf(cancel).filter(Link::isPending).isPresent()
                            && !events.contains(new CancelResumed(id, cancel));
            if (waits && !order.isFinal() && !isBehindUnsettled(order, cancel)) {
                decision.add(new CancelResumed(id, cancel));
            }
        }
    }

    /** Whether a replace stands before it that the venue has neither answered nor spoken of. */
    static boolean isBehindUnsettled(Order order, VenueClOrdId cancel) {
        for (Link link : order.links()) {
            if (link.venueClOrdId().equals(Optional.of(cancel))) {
                return false;
            }
            if (isUnsettled(link)) {
                return true;
            }
        }
        return false;
    }

    static boolean isUnsettled(Link link) {
        return link.kind() == Link.Kind.REPLACE && link.isPending() && !link.named();
    }
}
