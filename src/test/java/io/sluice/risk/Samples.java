package io.sluice.risk;

import io.sluice.core.Fixtures;
import io.sluice.order.Account;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Candidates and limits to check: AAPL at tick 0.01 and lot 1, last price 100.00. */
final class Samples {

    /** 1,000 an order; 50,000 notional; 5 %; 10 open; 2,000 position; 500 loss; 3 a second. */
    static final LimitSet NARROW =
            new LimitSet(
                    Optional.of(Qty.of("1000")),
                    Optional.of(new BigDecimal("50000")),
                    Optional.of(new BigDecimal("5")),
                    Optional.of(10),
                    Optional.of(Qty.of("2000")),
                    Optional.of(new BigDecimal("500")),
                    Optional.of(3));

    static final Limits LIMITS =
            new Limits(NARROW, Map.of(), Map.of(), Map.of(), Set.of(new Symbol("BANNED")));

    static final Set<Account> ACCOUNTS = Set.of(Fixtures.ACC1);

    static Candidate buy(String qty, String price) {
        return candidate(Fixtures.limit(Side.BUY, qty, "AAPL", price));
    }

    static Candidate sell(String qty, String price) {
        return candidate(Fixtures.limit(Side.SELL, qty, "AAPL", price));
    }

    static Candidate market(String qty) {
        return candidate(Fixtures.market(Side.BUY, qty, "AAPL"));
    }

    static Candidate candidate(Terms terms) {
        return Candidate.newOrder(
                Fixtures.OMS,
                terms,
                Optional.ofNullable(Fixtures.instruments().get(terms.symbol())),
                Fixtures.MORNING);
    }

    /** A replace that asks for so much more than is open. */
    static Candidate replace(Candidate of, String added) {
        return Candidate.replace(of.oms(), of.terms(), of.instrument(), Qty.of(added), of.at());
    }

    private Samples() {}
}
