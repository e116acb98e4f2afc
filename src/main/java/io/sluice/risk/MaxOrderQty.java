package io.sluice.risk;

import io.sluice.order.DenialCode;
import io.sluice.order.Qty;

/** Stops the order with one zero too many. */
final class MaxOrderQty implements RiskCheck {

    private final Ceiling ceiling;

    MaxOrderQty(Limits limits) {
        ceiling =
                new Ceiling(
                        code(),
                        "maxOrderQty",
                        limits,
                        limit -> limit.maxOrderQty().map(Qty::value));
    }

    @Override
    public DenialCode code() {
        return DenialCode.MAX_ORDER_QTY;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        return ceiling.below(candidate, candidate.terms().qty().value(), "The order is too large");
    }
}
