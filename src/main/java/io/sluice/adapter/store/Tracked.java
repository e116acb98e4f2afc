package io.sluice.adapter.store;

import io.sluice.order.Link;
import io.sluice.order.Order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order as it is to be stored, and what of it is stored already.
 *
 * @param number counts the orders as they came
 * @param day the trading day it came on, when that is known
 * @param storedLinks the requests that are in the store, as they are there
 * @param isNew whether the store has no row of it yet
 */
record Tracked(
        Order order,
        long number,
        Optional<LocalDate> day,
        Instant updatedAt,
        Optional<Instant> endedAt,
        long position,
        List<Link> storedLinks,
        boolean isNew) {

    static Tracked begin(
            Order order, long number, Optional<LocalDate> day, Instant at, long position) {
        Optional<Instant> endedAt =
                order.isFinal() ? Optional.of(order.lastReportAt()) : Optional.empty();
        return new Tracked(order, number, day, at, endedAt, position, List.of(), true);
    }

    Tracked then(Order next, Instant at, long atPosition) {
        Optional<Instant> ended =
                next.isFinal() ? endedAt.or(() -> Optional.of(at)) : Optional.empty();
        return new Tracked(next, number, day, at, ended, atPosition, storedLinks, isNew);
    }

    Tracked stored() {
        return new Tracked(order, number, day, updatedAt, endedAt, position, order.links(), false);
    }
}
