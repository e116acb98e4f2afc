package io.sluice.risk;

import io.sluice.order.OmsId;
import io.sluice.order.Price;
import io.sluice.order.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** The same numbers at every scope. */
record FixedExposures(
        BigDecimal position,
        BigDecimal openBuys,
        BigDecimal openSells,
        int openOrders,
        int rate,
        BigDecimal dailyPnl,
        Optional<Price> lastPrice)
        implements Exposures {

    static final FixedExposures NOTHING =
            new FixedExposures(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    0,
                    0,
                    BigDecimal.ZERO,
                    Optional.of(Price.of("100.00")));

    FixedExposures lastPrice(String price) {
        return new FixedExposures(
                position,
                openBuys,
                openSells,
                openOrders,
                rate,
                dailyPnl,
                Optional.of(Price.of(price)));
    }

    FixedExposures noLastPrice() {
        return new FixedExposures(
                position, openBuys, openSells, openOrders, rate, dailyPnl, Optional.empty());
    }

    FixedExposures position(String held, String buys, String sells) {
        return new FixedExposures(
                new BigDecimal(held),
                new BigDecimal(buys),
                new BigDecimal(sells),
                openOrders,
                rate,
                dailyPnl,
                lastPrice);
    }

    FixedExposures openOrders(int count) {
        return new FixedExposures(position, openBuys, openSells, count, rate, dailyPnl, lastPrice);
    }

    FixedExposures rate(int count) {
        return new FixedExposures(
                position, openBuys, openSells, openOrders, count, dailyPnl, lastPrice);
    }

    FixedExposures dailyPnl(String pnl) {
        return new FixedExposures(
                position, openBuys, openSells, openOrders, rate, new BigDecimal(pnl), lastPrice);
    }

    @Override
    public BigDecimal position(Scope scope, Symbol symbol) {
        return position;
    }

    @Override
    public BigDecimal openBuys(Scope scope, Symbol symbol) {
        return openBuys;
    }

    @Override
    public BigDecimal openSells(Scope scope, Symbol symbol) {
        return openSells;
    }

    @Override
    public int openOrders(Scope scope) {
        return openOrders;
    }

    @Override
    public int ordersInLastSecond(OmsId oms, Instant at) {
        return rate;
    }

    @Override
    public BigDecimal dailyPnl(Scope scope) {
        return dailyPnl;
    }

    @Override
    public Optional<Price> lastPrice(Symbol symbol) {
        return lastPrice;
    }
}
