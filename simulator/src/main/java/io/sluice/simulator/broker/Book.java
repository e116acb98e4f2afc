package io.sluice.simulator.broker;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/** The customers' resting orders in one symbol, best price first, then oldest. Single-threaded. */
final class Book {

    /** The order that is next to trade on a side. */
    record Best(BigDecimal price, String orderId) {}

    private final NavigableMap<BigDecimal, SequencedSet<String>> bids =
            new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, SequencedSet<String>> asks = new TreeMap<>();

    void rest(Order order) {
        side(order.terms().isBuy())
                .computeIfAbsent(limit(order), _ -> new LinkedHashSet<>())
                .add(order.orderId());
    }

    void remove(Order order) {
        side(order.terms().isBuy())
                .computeIfPresent(
                        limit(order),
                        (_, level) -> {
                            level.remove(order.orderId());
                            return level.isEmpty() ? null : level;
                        });
    }

    Optional<Best> bestBid() {
        return best(bids);
    }

    Optional<Best> bestAsk() {
        return best(asks);
    }

    private static Optional<Best> best(NavigableMap<BigDecimal, SequencedSet<String>> side) {
        Map.Entry<BigDecimal, SequencedSet<String>> level = side.firstEntry();
        return level == null
                ? Optional.empty()
                : Optional.of(new Best(level.getKey(), level.getValue().getFirst()));
    }

    private NavigableMap<BigDecimal, SequencedSet<String>> side(boolean isBuy) {
        return isBuy ? bids : asks;
    }

    private static BigDecimal limit(Order order) {
        return order.terms()
                .price()
                .orElseThrow(() -> new IllegalStateException("Only limit orders rest: " + order));
    }
}
