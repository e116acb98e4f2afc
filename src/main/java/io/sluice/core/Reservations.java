package io.sluice.core;

import io.sluice.order.Order;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;
import io.sluice.risk.Scope;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What open orders may still trade in the worst case, and how many they are, by scope. Computed
 * from the orders alone. For the engine's thread.
 */
final class Reservations {

    private final Map<Key, BigDecimal> buys = new HashMap<>();
    private final Map<Key, BigDecimal> sells = new HashMap<>();
    private final Map<Scope, Integer> openOrders = new HashMap<>();

    private record Key(Scope scope, Symbol symbol) {}

    /** An order came or changed; {@code before} is what it had open, nothing when it is new. */
    void change(Order order, Open before, Open after) {
        if (before.equals(after)) {
            return;
        }
        Terms terms = order.terms();
        Map<Key, BigDecimal> side = terms.side().isBuy() ? buys : sells;
        BigDecimal more = after.qty().subtract(before.qty());
        int moreOrders = after.orders() - before.orders();
        for (Scope scope : scopes(order)) {
            side.merge(new Key(scope, terms.symbol()), more, Reservations::sum);
            openOrders.merge(scope, moreOrders, Integer::sum);
        }
    }

    BigDecimal openBuys(Scope scope, Symbol symbol) {
        return buys.getOrDefault(new Key(scope, symbol), BigDecimal.ZERO);
    }

    BigDecimal openSells(Scope scope, Symbol symbol) {
        return sells.getOrDefault(new Key(scope, symbol), BigDecimal.ZERO);
    }

    int openOrders(Scope scope) {
        return openOrders.getOrDefault(scope, 0);
    }

    private static BigDecimal sum(BigDecimal a, BigDecimal b) {
        BigDecimal sum = a.add(b);
        return sum.signum() == 0 ? BigDecimal.ZERO : sum;
    }

    private static List<Scope> scopes(Order order) {
        Terms terms = order.terms();
        return List.of(
                Scope.FIRM,
                Scope.of(order.oms()),
                Scope.of(terms.account()),
                Scope.of(terms.symbol()));
    }

    /** What one order has open. */
    record Open(BigDecimal qty, int orders) {

        static final Open NOTHING = new Open(BigDecimal.ZERO, 0);

        static Open of(Order order) {
            return order.isFinal() ? NOTHING : new Open(order.worstLeavesQty().value(), 1);
        }
    }
}
