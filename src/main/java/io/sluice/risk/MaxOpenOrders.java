package io.sluice.risk;

import io.sluice.order.DenialCode;
import io.sluice.risk.Ceiling.Bound;
import io.sluice.risk.Ceiling.Look;

import java.math.BigDecimal;

/** Keeps the number of open orders in bounds. A replace adds none, and always passes. */
final class MaxOpenOrders implements RiskCheck {

    private final Ceiling ceiling;

    MaxOpenOrders(Limits limits) {
        ceiling =
                new Ceiling(
                        code(),
                        "maxOpenOrders",
                        limits,
                        limit -> limit.maxOpenOrders().map(BigDecimal::valueOf));
    }

    @Override
    public DenialCode code() {
        return DenialCode.MAX_OPEN_ORDERS;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        return ceiling.looked(
                candidate,
                (scope, bound) -> look(candidate, exposures, scope, bound),
                "Too many orders are open");
    }

    private static Look look(Candidate candidate, Exposures exposures, Scope scope, Bound bound) {
        int added = candidate.isNew() ? 1 : 0;
        BigDecimal open = BigDecimal.valueOf(exposures.openOrders(scope) + added);
        BigDecimal headroom = bound.value().subtract(open);
        return bound.look(open, headroom, added == 0 || headroom.signum() >= 0);
    }
}
