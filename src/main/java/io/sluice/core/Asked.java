package io.sluice.core;

import io.sluice.order.CarriedFields;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderState;
import io.sluice.order.VenueClOrdId;

import java.time.Instant;
import java.util.Optional;

/** A request of ours that a report speaks of, and the order it belongs to. */
record Asked(Order order, Link link) {

    static Asked of(Order order, VenueClOrdId request) {
        return new Asked(order, order.linkOf(request).orElseThrow());
    }

    VenueClOrdId id() {
        return link.venueClOrdId().orElseThrow();
    }

    boolean isOrderItself() {
        return link.kind() == Link.Kind.NEW;
    }

    /** Whether the venue has said nothing yet that it could only say of what it has. */
    boolean isUnheardOf() {
        return !link.named() && (isOrderItself() ? isUnheardOf(order) : link.isPending());
    }

    static boolean isUnheardOf(Order order) {
        return order.state() == OrderState.ROUTED
                && !order.isAcknowledged()
                && order.venueOrderId().isEmpty();
    }

    /** A refusal in our own words. */
    RequestRejected refused(String text, Instant at) {
        return refused(statusAfter(at), text);
    }

    /**
     * OrdStatus(39) of the order once the request is refused, by what we know of it: a venue that
     * cannot find the order says 8, which would end it in the eyes of the OMS.
     */
    OrdStatus statusAfter(Instant at) {
        return order.after(refused(OrdStatus.NEW, ""), at).ordStatus();
    }

    private RequestRejected refused(OrdStatus ordStatus, String text) {
        return new RequestRejected(
                order.id(), id(), Optional.empty(), ordStatus, text, CarriedFields.NONE);
    }
}
