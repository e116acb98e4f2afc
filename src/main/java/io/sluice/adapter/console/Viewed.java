package io.sluice.adapter.console;

import io.sluice.order.Order;

/**
 * An order as the console knows it.
 *
 * @param number counts the orders as they came
 */
record Viewed(long number, Order order, Trail trail) {

    Viewed with(Order next, long position) {
        return new Viewed(number, next, trail.and(position));
    }
}
