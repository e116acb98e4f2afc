package io.sluice.core;

import io.sluice.order.Account;
import io.sluice.order.Instrument;
import io.sluice.order.OmsId;
import io.sluice.order.OrderType;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;
import io.sluice.order.TimeInForce;
import io.sluice.order.VenueId;
import io.sluice.risk.LimitSet;
import io.sluice.risk.Limits;
import io.sluice.routing.RoutingRule;
import io.sluice.routing.RoutingTable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small market to test in: three symbols, two venues, wide limits. */
public final class Fixtures {

    public static final OmsId OMS = new OmsId("OMS44");
    public static final VenueId ALPHA = new VenueId("ALPHA");
    public static final VenueId DELTA = new VenueId("DELTA");
    public static final Symbol AAPL = new Symbol("AAPL");
    public static final Account ACC1 = new Account("ACC1");
    public static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    public static final LimitSet WIDE =
            new LimitSet(
                    Optional.of(Qty.of("100000")),
                    Optional.of(new BigDecimal("10000000")),
                    Optional.of(new BigDecimal("5")),
                    Optional.of(1000),
                    Optional.of(Qty.of("1000000")),
                    Optional.of(new BigDecimal("1000000")),
                    Optional.of(1000));

    public static Limits wide() {
        return firm(WIDE);
    }

    public static Limits firm(LimitSet firm) {
        return new Limits(firm, Map.of(), Map.of(), Map.of(), Set.of(new Symbol("BANNED")));
    }

    public static Policy policy(Limits limits) {
        return policy(limits, 5);
    }

    static Policy silentAfter(int seconds) {
        return policy(wide(), seconds);
    }

    private static Policy policy(Limits limits, int silentAfterSeconds) {
        return new Policy(
                instruments(),
                Set.of(ACC1),
                limits,
                new RoutingTable(
                        List.of(
                                rule("delta-only", "MSFT", DELTA),
                                rule("equities", "A*", ALPHA, DELTA),
                                rule("banned", "BANNED", ALPHA))),
                new TradingDay(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Patience.everywhere(Duration.ofSeconds(silentAfterSeconds)),
                2);
    }

    public static Map<Symbol, Instrument> instruments() {
        return Stream.of(
                        instrument("AAPL", "187.50"),
                        instrument("MSFT", "400.00"),
                        instrument("BANNED", "10.00"),
                        instrument("ZZZ", "10.00"))
                .collect(Collectors.toMap(Instrument::symbol, Function.identity()));
    }

    public static Instrument instrument(String symbol, String reference) {
        return new Instrument(
                new Symbol(symbol),
                symbol,
                new BigDecimal("0.01"),
                BigDecimal.ONE,
                "USD",
                BigDecimal.ONE,
                Price.of(reference));
    }

    public static RoutingRule rule(String name, String pattern, VenueId... venues) {
        return new RoutingRule(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.of(pattern),
                Optional.empty(),
                Optional.empty(),
                List.of(venues));
    }

    public static Terms limit(Side side, String qty, String symbol, String price) {
        return terms(side, qty, symbol, Optional.of(Price.of(price)));
    }

    public static Terms market(Side side, String qty, String symbol) {
        return terms(side, qty, symbol, Optional.empty());
    }

    public static Terms terms(Side side, String qty, String symbol, Optional<Price> price) {
        return new Terms(
                ACC1,
                new Symbol(symbol),
                side,
                price.isPresent() ? OrderType.LIMIT : OrderType.MARKET,
                Qty.of(qty),
                price,
                TimeInForce.DAY,
                Optional.empty());
    }

    private Fixtures() {}
}
