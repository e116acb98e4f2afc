package io.sluice.simulator.broker;

import java.math.BigDecimal;
import java.util.Optional;

/** What a customer asks for, in FIX's own codes; an absent account is empty. */
record Terms(
        String account,
        String symbol,
        char side,
        BigDecimal qty,
        char ordType,
        Optional<BigDecimal> price,
        char timeInForce) {

    boolean isBuy() {
        return side == '1';
    }

    boolean isLimit() {
        return ordType == '2';
    }

    boolean isFillOrKill() {
        return timeInForce == '4';
    }

    /**
     * Whether the unfilled rest may wait in the book: neither a market order's nor an IOC's may.
     */
    boolean mayRest() {
        return isLimit() && !isImmediate();
    }

    boolean isImmediate() {
        return timeInForce == '3' || isFillOrKill();
    }

    /** Whether the limit lets the order trade at this price. A market order trades at any. */
    boolean allows(BigDecimal px) {
        return price.map(limit -> isBuy() ? limit.compareTo(px) >= 0 : limit.compareTo(px) <= 0)
                .orElse(true);
    }

    Terms withQty(BigDecimal newQty) {
        return new Terms(account, symbol, side, newQty, ordType, price, timeInForce);
    }
}
