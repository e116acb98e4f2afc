package io.sluice.core;

import io.sluice.core.Reservations.Open;
import io.sluice.core.RouterState.Awaited;
import io.sluice.order.Event;
import io.sluice.order.Event.DayRolled;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.Event.KillConfirmed;
import io.sluice.order.Event.KillRefused;
import io.sluice.order.Event.KillUnconfirmed;
import io.sluice.order.Event.LookUpEnded;
import io.sluice.order.Event.OperatorRefused;
import io.sluice.order.Event.RearmRefused;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.Event.RouterEvent;
import io.sluice.order.Event.RouterStarted;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Event.ScopeRearmed;
import io.sluice.order.Event.VenueCameUp;
import io.sluice.order.Event.VenueWentDown;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.Price;
import io.sluice.order.Reference;
import io.sluice.order.Symbol;
import io.sluice.order.VenueId;
import io.sluice.risk.Exposures;
import io.sluice.risk.Scope;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the events so far have left behind. Changed by {@link #apply} alone, which
 * computes all that can fail before it changes anything. For the engine's thread.
 */
final class Memory implements Exposures {

    final Book book;
    final Answers answers = new Answers();
    final LookUps lookUps = new LookUps();
    final Kills kills = new Kills(this);
    private final Days days = new Days();
    private final Holdings holdings;
    private final Reservations reservations = new Reservations();
    private final OrderRates rates = new OrderRates();
    private final Set<VenueId> venuesUp = new LinkedHashSet<>();
    private Ids ids = Ids.NONE;

    Memory(Policy policy) {
        book = new Book(days);
        holdings = new Holdings(policy.instruments());
    }

    void restore(RouterState state) {
        ids = Ids.of(state.instance(), state.epoch(), state.counter());
        days.restore(state.days());
        venuesUp.addAll(state.venuesUp());
        book.restore(state.orders(), state.refusedIds());
        answers.restore(state.awaited());
        holdings.restore(state.holdings(), state.lastPrices());
        rates.restore(state.rates());
        lookUps.restore(state.lookUps());
        kills.restore(state);
        book.open().forEach(order -> reservations.change(order, Open.NOTHING, Open.of(order)));
    }

    RouterState state() {
        return new RouterState(
                ids.instance(),
                ids.epoch(),
                ids.counter(),
                days.all(),
                List.copyOf(venuesUp),
                book.all(),
                days.refusedIds(),
                answers.all(),
                holdings.all(),
                holdings.lastPrices(),
                rates.all(),
                lookUps.all(),
                kills.all(),
                kills.blocks(),
                kills.pursued());
    }

    void apply(Event event, Instant at) {
        Ids nextIds = ids.after(event);
        switch (event) {
            case OrderEvent e -> apply(e, at);
            case RouterEvent e -> apply(e, at, nextIds);
        }
        if (!(event instanceof RouterStarted)) {
            ids = nextIds;
        }
    }

    private void apply(OrderEvent event, Instant at) {
        Optional<Order> known = book.find(event.orderId());
        Open before = known.map(Open::of).orElse(Open.NOTHING);
        Order next = book.after(event, at);
        Awaited awaited = answers.after(event, at);
        Open after = Open.of(next);
        if (event instanceof OrderFilled filled) {
            holdings.book(
                    next.terms().symbol(),
                    holdings.after(next, filled.trade(), filled.mark()),
                    filled.trade().lastPx(),
                    filled.mark());
        }
        book.keep(next, event);
        answers.keep(awaited, next);
        reservations.change(next, before, after);
        switch (event) {
            case OrderReceived e -> rates.count(e.oms(), at);
            case ReplaceRequested _ -> rates.count(next.oms(), at);
            case OrderEvent _ -> {}
        }
        kills.keep(event, known.map(Order::isFinal).orElse(false), next, at);
    }

    private void apply(RouterEvent event, Instant at, Ids nextIds) {
        switch (event) {
            case RouterStarted e -> {
                ids = nextIds.startedAs(e.instance(), e.epoch());
                venuesUp.clear();
                e.changed().forEach(holdings::refer);
                kills.down(_ -> true);
                answers.forgetDenials(_ -> true);
            }
            case DayRolled e -> {
                Days.Rolled rolled = days.roll(e.day(), e.daysKept());
                book.roll(rolled);
                answers.forget(rolled.forgotten());
                kills.forget(days.all());
                holdings.roll();
            }
            case VenueCameUp e -> {
                venuesUp.add(e.venue());
                kills.up(e.venue(), at);
            }
            case VenueWentDown e -> {
                venuesUp.remove(e.venue());
                kills.down(e.venue()::equals);
                answers.forgetDenials(id -> book.get(id).venue().equals(Optional.of(e.venue())));
            }
            case RequestRefused e -> {
                book.refuse(e.oms(), e.clOrdId(), e.orderId());
                if (e.kind() == Link.Kind.REPLACE) {
                    rates.count(e.oms(), at);
                }
            }
            case InvalidOrderRefused e -> {
                book.refuse(e.oms(), e.clOrdId(), Optional.empty());
                rates.count(e.oms(), at);
            }
            case ReportUnmatched e -> lookUps.began(e);
            case LookUpEnded e -> lookUps.ended(e);
            case ScopeKilled e -> kills.begin(e, at);
            case ScopeRearmed e -> kills.rearm(e);
            case KillConfirmed e -> kills.confirm(e);
            case KillUnconfirmed e -> kills.giveUpWaiting(e);
            case DuplicateRefused _, OperatorRefused _, KillRefused _, RearmRefused _ -> {}
        }
    }

    Ids ids() {
        return ids;
    }

    Days days() {
        return days;
    }

    boolean isUp(VenueId venue) {
        return venuesUp.contains(venue);
    }

    Set<VenueId> venuesUp() {
        return Set.copyOf(venuesUp);
    }

    List<Reference> changedReferences() {
        return holdings.changedReferences();
    }

    List<Holding> holdings() {
        return holdings.all();
    }

    /** What is held or may be, by open orders. */
    Set<Symbol> tradedSymbols() {
        Set<Symbol> symbols = new LinkedHashSet<>();
        holdings.all().forEach(it -> symbols.add(it.symbol()));
        book.open().forEach(it -> symbols.add(it.terms().symbol()));
        return symbols;
    }

    @Override
    public BigDecimal position(Scope scope, Symbol symbol) {
        return holdings.position(scope, symbol);
    }

    @Override
    public BigDecimal openBuys(Scope scope, Symbol symbol) {
        return reservations.openBuys(scope, symbol);
    }

    @Override
    public BigDecimal openSells(Scope scope, Symbol symbol) {
        return reservations.openSells(scope, symbol);
    }

    @Override
    public int openOrders(Scope scope) {
        return reservations.openOrders(scope);
    }

    @Override
    public int ordersInLastSecond(OmsId oms, Instant at) {
        return rates.inLastSecond(oms, at);
    }

    @Override
    public BigDecimal dailyPnl(Scope scope) {
        return holdings.dailyPnl(scope);
    }

    @Override
    public Optional<Price> lastPrice(Symbol symbol) {
        return holdings.lastPrice(symbol);
    }
}
