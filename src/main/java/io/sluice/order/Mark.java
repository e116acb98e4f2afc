package io.sluice.order;

import java.math.BigDecimal;

/**
 * What the configuration said of an instrument when a trade of it was booked.
 *
 * @param offMarket whether the trade's price was too far from the last known one to take its place
 */
public record Mark(
        BigDecimal multiplier, String currency, Price referencePrice, boolean offMarket) {}
