package io.sluice.bench.load;

/**
 * A load of one rate: order i is due {@code i / rate} seconds after the beginning, whatever became
 * of the orders before it.
 *
 * @param rate orders per second
 */
public record Phase(String name, int rate, int seconds) {

    int orders() {
        return Math.multiplyExact(rate, seconds);
    }

    /** When an order is due, in nanoseconds after the beginning. */
    long dueNanos(int order) {
        return order * 1_000_000_000L / rate;
    }
}
