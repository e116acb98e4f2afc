package io.sluice.core;

import io.sluice.order.Instrument;
import io.sluice.order.Symbol;
import io.sluice.risk.Limits;
import io.sluice.routing.RoutingTable;

import java.time.Duration;
import java.util.Map;

/**
 * The rules the router decides by, as they were configured.
 *
 * @param silentAfter how long a venue may leave a request unanswered before it is asked
 * @param daysKept for how many trading days after its end an order is remembered
 */
public record Policy(
        Map<Symbol, Instrument> instruments,
        Limits limits,
        RoutingTable routes,
        TradingDay tradingDay,
        Duration silentAfter,
        int daysKept) {

    public Policy {
        instruments = Map.copyOf(instruments);
        if (!silentAfter.isPositive()) {
            throw new IllegalArgumentException("silentAfter was " + silentAfter);
        }
        if (daysKept < 0) {
            throw new IllegalArgumentException("daysKept was " + daysKept);
        }
    }
}
