package io.sluice.order;

import java.util.Collection;
import java.util.Optional;

/** All orders the router remembers, to look at. Owned by the engine's thread. */
public interface Orders {

    Optional<Order> find(OrderId id);

    /**
     * By any id of the order's chain: its own, a replace's or a cancel's. Of several orders that
     * were called so, the newest that is open or ended today.
     */
    Optional<Order> find(OmsId oms, ClOrdId id);

    /** Whether an OMS may not give this id to anything new today. */
    boolean isUsed(OmsId oms, ClOrdId id);

    /** By any id under which the venue knows the order or a request of it. */
    Optional<Order> find(VenueId venue, VenueClOrdId id);

    /** Every order that has not ended, oldest first. */
    Collection<Order> open();

    /** How many are remembered, ended ones included. */
    int size();

    default Order get(OrderId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No order has the id " + id));
    }
}
