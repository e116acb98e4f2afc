package io.sluice.core;

import io.sluice.core.RouterState.LastPrice;
import io.sluice.order.Instrument;
import io.sluice.order.Mark;
import io.sluice.order.Order;
import io.sluice.order.Price;
import io.sluice.order.Reference;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;
import io.sluice.order.Trade;
import io.sluice.risk.Scope;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Positions, last prices, and the day's profit of every scope, kept up to date with each trade. For
 * the engine's thread.
 */
final class Holdings {

    private final Map<Symbol, Instrument> instruments;
    private final Map<Symbol, Map<Scope, Holding>> bySymbol = new LinkedHashMap<>();
    private final Map<Symbol, LastPrice> lastKnown = new LinkedHashMap<>();
    private final Map<Scope, BigDecimal> dailyPnl = new HashMap<>();

    Holdings(Map<Symbol, Instrument> instruments) {
        this.instruments = instruments;
    }

    void restore(List<Holding> holdings, List<LastPrice> prices) {
        prices.forEach(it -> lastKnown.put(it.symbol(), it));
        holdings.forEach(it -> heldOf(it.symbol()).put(it.scope(), it));
        holdings.forEach(it -> count(it, mark(it.symbol())));
    }

    List<Holding> all() {
        return bySymbol.values().stream().map(Map::values).flatMap(Collection::stream).toList();
    }

    List<LastPrice> lastPrices() {
        return List.copyOf(lastKnown.values());
    }

    /** What a trade of an order makes of the holdings; nothing is changed yet. */
    List<Holding> after(Order order, Trade trade, Optional<Mark> mark) {
        Terms terms = order.terms();
        BigDecimal qty = trade.lastQty().value();
        BigDecimal signed = terms.side().isBuy() ? qty : qty.negate();
        return List.of(Scope.FIRM, Scope.of(order.oms()), Scope.of(terms.account())).stream()
                .map(scope -> find(scope, terms.symbol()).traded(signed, trade.lastPx().value()))
                .map(it -> it.markedBy(mark))
                .toList();
    }

    /** Takes over what {@link #after} computed. All who hold the symbol feel its new price. */
    void book(Symbol symbol, List<Holding> next, Price price, Optional<Mark> mark) {
        Map<Scope, Holding> held = heldOf(symbol);
        held.values().forEach(it -> discount(it, mark(symbol)));
        learn(symbol, price, mark);
        next.forEach(it -> held.put(it.scope(), it));
        held.values().forEach(it -> count(it, mark(symbol)));
    }

    /** A price that is no price, or off the market, leaves what was known. */
    private void learn(Symbol symbol, Price price, Optional<Mark> mark) {
        Optional<Price> reference = mark.map(Mark::referencePrice);
        boolean usable = price.compareTo(Price.ZERO) > 0 && mark.filter(Mark::offMarket).isEmpty();
        if (usable) {
            lastKnown.put(symbol, new LastPrice(symbol, price, reference));
        } else {
            reference.ifPresent(
                    it -> lastKnown.putIfAbsent(symbol, new LastPrice(symbol, it, reference)));
        }
    }

    /** Reference prices that were configured since the last known price was learned. */
    List<Reference> changedReferences() {
        List<Reference> changed = new ArrayList<>(0);
        for (LastPrice known : lastKnown.values()) {
            Instrument instrument = instruments.get(known.symbol());
            if (instrument != null
                    && known.reference()
                            .filter(it -> it.compareTo(instrument.referencePrice()) != 0)
                            .isPresent()) {
                changed.add(new Reference(known.symbol(), instrument.referencePrice()));
            }
        }
        return changed;
    }

    /** A reference price that was configured anew takes the place of an older trade's. */
    void refer(Reference reference) {
        Symbol symbol = reference.symbol();
        Map<Scope, Holding> held = heldOf(symbol);
        held.values().forEach(it -> discount(it, mark(symbol)));
        Price price = reference.price();
        lastKnown.put(symbol, new LastPrice(symbol, price, Optional.of(price)));
        held.values().forEach(it -> count(it, mark(symbol)));
    }

    /** The day's profit begins anew; what is no longer held is forgotten. */
    void roll() {
        List<Holding> rolled = new ArrayList<>();
        for (Holding holding : all()) {
            if (holding.qty().signum() != 0) {
                rolled.add(holding.rolled(mark(holding.symbol())));
            }
        }
        bySymbol.clear();
        dailyPnl.clear();
        restore(rolled, List.of());
    }

    BigDecimal position(Scope scope, Symbol symbol) {
        return find(scope, symbol).qty();
    }

    BigDecimal dailyPnl(Scope scope) {
        return dailyPnl.getOrDefault(scope, BigDecimal.ZERO);
    }

    Optional<Price> lastPrice(Symbol symbol) {
        return Optional.ofNullable(lastKnown.get(symbol))
                .map(LastPrice::price)
                .or(
                        () ->
                                Optional.ofNullable(instruments.get(symbol))
                                        .map(Instrument::referencePrice));
    }

    private Map<Scope, Holding> heldOf(Symbol symbol) {
        return bySymbol.computeIfAbsent(symbol, _ -> new LinkedHashMap<>());
    }

    /** The firm's holding of a symbol is that of the symbol as a scope. */
    private Holding find(Scope scope, Symbol symbol) {
        Scope holder = scope.kind() == Scope.Kind.SYMBOL ? Scope.FIRM : scope;
        Holding holding = bySymbol.getOrDefault(symbol, Map.of()).get(holder);
        return holding == null ? Holding.none(holder, symbol) : holding;
    }

    private void count(Holding holding, BigDecimal last) {
        add(holding, money(holding, last));
    }

    private void discount(Holding holding, BigDecimal last) {
        add(holding, money(holding, last).negate());
    }

    private void add(Holding holding, BigDecimal money) {
        dailyPnl.merge(holding.scope(), money, BigDecimal::add);
        if (holding.scope().equals(Scope.FIRM)) {
            dailyPnl.merge(Scope.of(holding.symbol()), money, BigDecimal::add);
        }
    }

    private BigDecimal money(Holding holding, BigDecimal last) {
        return holding.dailyPnl(last).multiply(multiplier(holding));
    }

    /** What old snapshots do not say is looked up; what is not listed any more counts per unit. */
    private BigDecimal multiplier(Holding holding) {
        return holding.multiplier()
                .or(
                        () ->
                                Optional.ofNullable(instruments.get(holding.symbol()))
                                        .map(Instrument::multiplier))
                .orElse(BigDecimal.ONE);
    }

    private BigDecimal mark(Symbol symbol) {
        return lastPrice(symbol).orElse(Price.ZERO).value();
    }
}
