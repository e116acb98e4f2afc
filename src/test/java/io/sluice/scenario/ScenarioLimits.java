package io.sluice.scenario;

import io.sluice.order.OmsId;
import io.sluice.order.Qty;
import io.sluice.order.Symbol;
import io.sluice.risk.LimitSet;
import io.sluice.risk.Limits;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The limits of the scenarios: narrow enough that a story can reach each of them. */
final class ScenarioLimits {

    /** The firm: 10,000 an order, 20 open orders, 12,000 position, 2,000 loss a day. */
    static Limits limits() {
        LimitSet firm =
                new LimitSet(
                        Optional.of(Qty.of("10000")),
                        Optional.of(new BigDecimal("1000000")),
                        Optional.of(new BigDecimal("5")),
                        Optional.of(20),
                        Optional.of(Qty.of("12000")),
                        Optional.of(new BigDecimal("2000")),
                        Optional.of(100));
        return new Limits(
                firm,
                Map.of(new OmsId("DEMO"), demo()),
                Map.of(),
                Map.of(new Symbol("MSFT"), msft()),
                Set.of(new Symbol("BANNED")));
    }

    /** The session DEMO: 3 open orders, 5 orders a second. */
    private static LimitSet demo() {
        LimitSet none = LimitSet.NONE;
        return new LimitSet(
                none.maxOrderQty(),
                none.maxOrderNotional(),
                none.priceCollarPercent(),
                Optional.of(3),
                none.maxPosition(),
                none.maxDailyLoss(),
                Optional.of(5));
    }

    /** The symbol MSFT: a position of 500. */
    private static LimitSet msft() {
        LimitSet none = LimitSet.NONE;
        return new LimitSet(
                none.maxOrderQty(),
                none.maxOrderNotional(),
                none.priceCollarPercent(),
                none.maxOpenOrders(),
                Optional.of(Qty.of("500")),
                none.maxDailyLoss(),
                none.maxOrdersPerSecond());
    }

    private ScenarioLimits() {}
}
