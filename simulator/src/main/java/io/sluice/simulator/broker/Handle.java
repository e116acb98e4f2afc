package io.sluice.simulator.broker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A symbol whose orders meet one certain fate, so that a tester can call for it. */
enum Handle {
    /** Acknowledged, then filled at once. */
    FILL,
    /** Acknowledged, never filled. */
    REST,
    /** Acknowledged, half filled, the rest stays. */
    PARTIAL,
    /** Rejected with a Text(58). */
    REJECT,
    /** Answers nothing but OrderStatusRequest. */
    SILENT,
    /** As FILL, but every answer comes late. */
    SLOW,
    /** A cancel meets a fill that was faster. */
    LATEFILL,
    /** As FILL, but every report comes twice. */
    DUP;

    private static final Map<String, Handle> BY_SYMBOL =
            Arrays.stream(values())
                    .collect(Collectors.toMap(handle -> "SIM." + handle.name(), handle -> handle));

    private static final BigDecimal MARKET_PRICE = new BigDecimal("10.00");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    static Optional<Handle> of(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
    }

    boolean rules(String symbol) {
        return BY_SYMBOL.get(symbol) == this;
    }

    /** What such an order trades when it arrives. */
    BigDecimal fillOnArrival(Order order) {
        return switch (this) {
            case FILL, SLOW, DUP -> order.leavesQty();
            case PARTIAL -> half(order);
            case REST, REJECT, SILENT, LATEFILL -> BigDecimal.ZERO;
        };
    }

    static BigDecimal price(Order order) {
        return order.terms().price().orElse(MARKET_PRICE);
    }

    /** Half of the whole, rounded down but at least one, and never more than is left. */
    private static BigDecimal half(Order order) {
        return order.terms()
                .qty()
                .divide(TWO, 0, RoundingMode.FLOOR)
                .max(BigDecimal.ONE)
                .min(order.leavesQty());
    }
}
