package io.sluice.order;

import java.math.BigDecimal;

/**
 * What can be traded, and how: prices are multiples of the tick, quantities multiples of the lot,
 * and notional is price times quantity times multiplier.
 */
public record Instrument(
        Symbol symbol,
        String venueSymbol,
        BigDecimal tick,
        BigDecimal lot,
        String currency,
        BigDecimal multiplier,
        Price referencePrice) {

    public boolean isOnTick(Price price) {
        return price.value().remainder(tick).signum() == 0;
    }

    public boolean isInLots(Qty qty) {
        return qty.value().remainder(lot).signum() == 0;
    }

    public BigDecimal notional(Price price, Qty qty) {
        return price.times(qty).multiply(multiplier).abs();
    }
}
