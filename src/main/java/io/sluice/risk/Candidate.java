package io.sluice.risk;

import io.sluice.order.Instrument;
import io.sluice.order.OmsId;
import io.sluice.order.OrderType;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Terms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as it would be if the gate let it pass: a new one, or one whose terms are to be
 * replaced.
 *
 * @param added what it would add to the open quantity in the worst case; nothing when a replace
 *     asks for no more than is open
 * @param isNew whether it would be one more open order
 * @param scopes every scope whose limits hold for it, the widest first
 */
public record Candidate(
        OmsId oms,
        Terms terms,
        Optional<Instrument> instrument,
        Qty added,
        boolean isNew,
        Instant at,
        List<Scope> scopes) {

    public static Candidate newOrder(
            OmsId oms, Terms terms, Optional<Instrument> instrument, Instant at) {
        return new Candidate(oms, terms, instrument, terms.qty(), true, at, scopes(oms, terms));
    }

    public static Candidate replace(
            OmsId oms, Terms terms, Optional<Instrument> instrument, Qty added, Instant at) {
        return new Candidate(oms, terms, instrument, added, false, at, scopes(oms, terms));
    }

    static List<Scope> scopes(OmsId oms, Terms terms) {
        return List.of(
                Scope.FIRM, Scope.of(oms), Scope.of(terms.account()), Scope.of(terms.symbol()));
    }

    /** The price it may not trade beyond; a Market order has none, whatever it carries. */
    Optional<Price> limitPrice() {
        return terms.orderType() == OrderType.LIMIT ? terms.price() : Optional.empty();
    }

    Scope symbolScope() {
        return scopes.getLast();
    }
}
