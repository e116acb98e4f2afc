package io.sluice.simulator.oms;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an order asks for. Side is Side(54), ordType is OrdType(40) and tif is TimeInForce(59), as
 * FIX writes them; a market order has no price.
 */
record Terms(
        String account,
        String symbol,
        String side,
        BigDecimal qty,
        Optional<BigDecimal> price,
        String ordType,
        String tif) {

    static final String BUY = "1";
    static final String SELL = "2";
    static final String MARKET = "1";
    static final String LIMIT = "2";
    static final String DAY = "0";
    static final String GOOD_TILL_CANCEL = "1";
    static final String IMMEDIATE_OR_CANCEL = "3";
    static final String FILL_OR_KILL = "4";

    Terms at(BigDecimal newQty, BigDecimal newPrice) {
        return new Terms(account, symbol, side, newQty, Optional.of(newPrice), ordType, tif);
    }

    Terms withQty(BigDecimal newQty) {
        return new Terms(account, symbol, side, newQty, price, ordType, tif);
    }

    /**
     * Whether an order on these terms waits in the book, so that it can be canceled or replaced.
     */
    boolean rests() {
        return ordType.equals(LIMIT) && (tif.equals(DAY) || tif.equals(GOOD_TILL_CANCEL));
    }

    /** Whether a trade at this price is no worse than the limit. */
    boolean allows(BigDecimal lastPx) {
        return price.map(
                        limit ->
                                side.equals(BUY)
                                        ? lastPx.compareTo(limit) <= 0
                                        : lastPx.compareTo(limit) >= 0)
                .orElse(true);
    }
}
