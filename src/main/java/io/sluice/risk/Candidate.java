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
 */
public record Candidate(
        OmsId oms,
        Terms terms,
        Optional<Instrument> instrument,
        Qty added,
        boolean isNew,
        Instant at) {

    /** Every scope whose limits hold for it, the widest first. */
    List<Scope> scopes() {
        return List.of(
                Scope.FIRM, Scope.of(oms), Scope.of(terms.account()), Scope.of(terms.symbol()));
    }

    /** The price it may not trade beyond; a Market order has none, whatever it carries. */
    Optional<Price> limitPrice() {
        return terms.orderType() == OrderType.LIMIT ? terms.price() : Optional.empty();
    }

    Scope symbolScope() {
        return Scope.of(terms.symbol());
    }
}
