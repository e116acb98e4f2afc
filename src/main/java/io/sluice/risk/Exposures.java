package io.sluice.risk;

import io.sluice.order.OmsId;
import io.sluice.order.Price;
import io.sluice.order.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What is held, open and lost, by scope: everything that the checks ask of the book. */
public interface Exposures {

    /** What is held of a symbol; negative when short. */
    BigDecimal position(Scope scope, Symbol symbol);

    /** The most that open orders may still buy of a symbol. */
    BigDecimal openBuys(Scope scope, Symbol symbol);

    /** The most that open orders may still sell of a symbol. */
    BigDecimal openSells(Scope scope, Symbol symbol);

    int openOrders(Scope scope);

    /** Orders and replaces that came in the second up to a time, denied ones too. */
    int ordersInLastSecond(OmsId oms, Instant at);

    /** Realised and unrealised since the trading day began, at the last known prices. */
    BigDecimal dailyPnl(Scope scope);

    /** That of the last trade, or the instrument's reference price before any. */
    Optional<Price> lastPrice(Symbol symbol);
}
