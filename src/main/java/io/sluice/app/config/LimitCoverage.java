package io.sluice.app.config;

import io.sluice.order.Symbol;
import io.sluice.risk.LimitSet;
import io.sluice.risk.Limits;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds instruments that have orders without a limit: the gate denies what no scope limits. */
final class LimitCoverage {

    private static final Map<String, Function<LimitSet, Optional<?>>> LIMITS = limits();

    private final Limits limits;
    private final Known oms;
    private final Known accounts;

    LimitCoverage(Limits limits, References references) {
        this.limits = limits;
        this.oms = references.oms();
        this.accounts = references.accounts();
    }

    void warn(Map<Symbol, Place> instruments, Mistakes mistakes) {
        instruments.forEach(
                (symbol, place) -> {
                    List<String> missing = missing(symbol);
                    if (!missing.isEmpty()) {
                        mistakes.warn(
                                place,
                                symbol.value(),
                                "set neither for the firm, nor for the symbol, nor for every OMS"
                                        + " or account: %s; orders that no limit covers are denied"
                                                .formatted(String.join(", ", missing)));
                    }
                });
    }

    private List<String> missing(Symbol symbol) {
        LimitSet ofSymbol = limits.symbol().getOrDefault(symbol, LimitSet.NONE);
        return LIMITS.entrySet().stream()
                .filter(it -> it.getValue().apply(limits.firm()).isEmpty())
                .filter(it -> it.getValue().apply(ofSymbol).isEmpty())
                .filter(it -> !setForAll(oms, limits.oms(), it.getValue()))
                .filter(it -> !setForAll(accounts, limits.account(), it.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean setForAll(
            Known known, Map<?, LimitSet> scopes, Function<LimitSet, Optional<?>> limit) {
        Collection<LimitSet> set =
                scopes.values().stream().filter(it -> limit.apply(it).isPresent()).toList();
        return !set.isEmpty() && set.size() >= known.names().map(Set::size).orElse(0);
    }

    private static Map<String, Function<LimitSet, Optional<?>>> limits() {
        Map<String, Function<LimitSet, Optional<?>>> limits = new LinkedHashMap<>();
        limits.put("maxOrderQty", LimitSet::maxOrderQty);
        limits.put("maxOrderNotional", LimitSet::maxOrderNotional);
        limits.put("priceCollarPercent", LimitSet::priceCollarPercent);
        limits.put("maxOpenOrders", LimitSet::maxOpenOrders);
        limits.put("maxPosition", LimitSet::maxPosition);
        limits.put("maxDailyLoss", LimitSet::maxDailyLoss);
        limits.put("maxOrdersPerSecond", LimitSet::maxOrdersPerSecond);
        return limits;
    }
}
