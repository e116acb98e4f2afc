package io.sluice.risk;

import io.sluice.order.Qty;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The limits set at one scope. What is absent here must be set at another scope of the order: a
 * limit that no scope sets denies.
 *
 * @param priceCollarPercent how far from the last known price, in percent of it
 * @param maxPosition of one symbol, long or short, open orders included
 * @param maxDailyLoss in the currency of the instruments, as a positive number
 */
public record LimitSet(
        Optional<Qty> maxOrderQty,
        Optional<BigDecimal> maxOrderNotional,
        Optional<BigDecimal> priceCollarPercent,
        Optional<Integer> maxOpenOrders,
        Optional<Qty> maxPosition,
        Optional<BigDecimal> maxDailyLoss,
        Optional<Integer> maxOrdersPerSecond) {

    public static final LimitSet NONE =
            new LimitSet(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
