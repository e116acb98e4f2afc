package io.sluice.core;

import io.sluice.order.LimitInForce;
import io.sluice.order.Qty;
import io.sluice.order.Symbol;
import io.sluice.risk.Exposures;
import io.sluice.risk.LimitSet;
import io.sluice.risk.Limits;
import io.sluice.risk.Scope;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The limits beside what is used of them, scope by scope.
 *
 * @param symbols all that anyone holds or has open orders in
 */
record UsedLimits(Limits limits, Exposures exposures, Set<Symbol> symbols) {

    private static final Comparator<Scope> BY_KIND_AND_NAME =
            Comparator.comparing(Scope::kind).thenComparing(Scope::name);

    List<LimitInForce> all() {
        List<LimitInForce> all = new ArrayList<>();
        limits.byScope().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_KIND_AND_NAME))
                .forEach(it -> add(all, it.getKey(), it.getValue()));
        return List.copyOf(all);
    }

    private void add(List<LimitInForce> all, Scope scope, LimitSet set) {
        String name = scope.toString();
        set.maxOrderQty()
                .map(Qty::value)
                .ifPresent(it -> all.add(LimitInForce.perOrder(name, "maxOrderQty", it)));
        set.maxOrderNotional()
                .ifPresent(it -> all.add(LimitInForce.perOrder(name, "maxOrderNotional", it)));
        set.priceCollarPercent()
                .ifPresent(it -> all.add(LimitInForce.perOrder(name, "priceCollarPercent", it)));
        set.maxOrdersPerSecond()
                .map(BigDecimal::valueOf)
                .ifPresent(it -> all.add(LimitInForce.perOrder(name, "maxOrdersPerSecond", it)));
        set.maxOpenOrders()
                .map(BigDecimal::valueOf)
                .ifPresent(
                        it -> all.add(LimitInForce.used(name, "maxOpenOrders", it, open(scope))));
        set.maxPosition().map(Qty::value).ifPresent(it -> all.add(position(scope, it)));
        set.maxDailyLoss()
                .ifPresent(it -> all.add(LimitInForce.used(name, "maxDailyLoss", it, loss(scope))));
    }

    private BigDecimal open(Scope scope) {
        return BigDecimal.valueOf(exposures.openOrders(scope));
    }

    private BigDecimal loss(Scope scope) {
        return exposures.dailyPnl(scope).negate().max(BigDecimal.ZERO);
    }

    /** It holds for each symbol; the one that comes nearest to it is shown. */
    private LimitInForce position(Scope scope, BigDecimal limit) {
        Optional<Symbol> most =
                symbols.stream()
                        .filter(it -> worst(scope, it).signum() > 0)
                        .max(
                                Comparator.comparing((Symbol it) -> worst(scope, it))
                                        .thenComparing(Symbol::value));
        BigDecimal used = most.map(it -> worst(scope, it)).orElse(BigDecimal.ZERO);
        LimitInForce shown = LimitInForce.used(scope.toString(), "maxPosition", limit, used);
        return most.map(shown::mostIn).orElse(shown);
    }

    /** If everything traded that is open on the side that makes it larger, as the gate counts. */
    private BigDecimal worst(Scope scope, Symbol symbol) {
        if (scope.kind() == Scope.Kind.SYMBOL && !scope.name().equals(symbol.value())) {
            return BigDecimal.ZERO;
        }
        BigDecimal position = exposures.position(scope, symbol);
        BigDecimal bought = position.add(exposures.openBuys(scope, symbol));
        BigDecimal sold = exposures.openSells(scope, symbol).subtract(position);
        return bought.max(sold);
    }
}
