package io.sluice.core;

import io.sluice.order.Account;
import io.sluice.order.Mark;
import io.sluice.order.Symbol;
import io.sluice.risk.Scope;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What a scope holds of a symbol. Money is price times quantity, before the multiplier.
 *
 * @param qty negative when short
 * @param averageCost of what is held, per unit
 * @param realised gained by closing since the trading day began, at average cost
 * @param dayCash what the day's trades brought in, less what the position was worth when the day
 *     began: with the position's present worth it makes the day's profit exactly
 * @param multiplier of the instrument when it last traded; absent in old snapshots
 * @param currency of the instrument when it last traded; absent in old snapshots
 */
public record Holding(
        Scope scope,
        Symbol symbol,
        BigDecimal qty,
        BigDecimal averageCost,
        BigDecimal realised,
        BigDecimal dayCash,
        Optional<BigDecimal> multiplier,
        Optional<String> currency) {

    private static final MathContext AVERAGE = new MathContext(18);

    static Holding none(Scope scope, Symbol symbol) {
        BigDecimal zero = BigDecimal.ZERO;
        return new Holding(
                scope, symbol, zero, zero, zero, zero, Optional.empty(), Optional.empty());
    }

    /** Who holds, when that is an account and not the firm or an OMS. */
    public Optional<Account> account() {
        return scope.kind() == Scope.Kind.ACCOUNT
                ? Optional.of(new Account(scope.name()))
                : Optional.empty();
    }

    /** After a trade; a sale has a negative quantity. */
    Holding traded(BigDecimal tradedQty, BigDecimal price) {
        BigDecimal next = qty.add(tradedQty);
        BigDecimal cash = dayCash.subtract(tradedQty.multiply(price));
        if (qty.signum() * tradedQty.signum() >= 0) {
            BigDecimal cost = averageCost.multiply(qty).add(price.multiply(tradedQty));
            return with(next, average(cost, next), realised, cash);
        }
        BigDecimal closed = qty.abs().min(tradedQty.abs());
        BigDecimal gain = price.subtract(averageCost).multiply(closed);
        BigDecimal gained = realised.add(qty.signum() > 0 ? gain : gain.negate());
        boolean turned = next.signum() == tradedQty.signum();
        return with(next, turned ? price : next.signum() == 0 ? next : averageCost, gained, cash);
    }

    /** What the instrument was when it traded holds, also when it is not listed any more. */
    Holding markedBy(Optional<Mark> mark) {
        return new Holding(
                scope,
                symbol,
                qty,
                averageCost,
                realised,
                dayCash,
                mark.map(Mark::multiplier).or(() -> multiplier),
                mark.map(Mark::currency).or(() -> currency));
    }

    /** At the start of a trading day, when what is held is worth this much per unit. */
    Holding rolled(BigDecimal last) {
        return with(qty, averageCost, BigDecimal.ZERO, qty.multiply(last).negate());
    }

    /** Gained or lost since the trading day began. */
    BigDecimal dailyPnl(BigDecimal last) {
        return dayCash.add(qty.multiply(last));
    }

    private static BigDecimal average(BigDecimal cost, BigDecimal qty) {
        return qty.signum() == 0 ? BigDecimal.ZERO : cost.divide(qty, AVERAGE);
    }

    private Holding with(BigDecimal nextQty, BigDecimal cost, BigDecimal gained, BigDecimal cash) {
        return new Holding(
                scope,
                symbol,
                nextQty.stripTrailingZeros(),
                cost.stripTrailingZeros(),
                gained.stripTrailingZeros(),
                cash.stripTrailingZeros(),
                multiplier,
                currency);
    }
}
