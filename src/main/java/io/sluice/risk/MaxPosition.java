package io.sluice.risk;

import io.sluice.order.DenialCode;
import io.sluice.order.Qty;
import io.sluice.order.Symbol;
import io.sluice.risk.Ceiling.Bound;
import io.sluice.risk.Ceiling.Look;

import java.math.BigDecimal;

/**
 * Keeps the position in bounds, long or short, even if every open order traded. Only the order's
 * own side is looked at, so an order that brings the position back always passes.
 */
final class MaxPosition implements RiskCheck {

    private final Ceiling ceiling;

    MaxPosition(Limits limits) {
        ceiling =
                new Ceiling(
                        code(),
                        "maxPosition",
                        limits,
                        limit -> limit.maxPosition().map(Qty::value));
    }

    @Override
    public DenialCode code() {
        return DenialCode.MAX_POSITION;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        return ceiling.looked(
                candidate,
                (scope, bound) -> look(candidate, exposures, scope, bound),
                "The position would be too large if all open orders traded");
    }

    private static Look look(Candidate candidate, Exposures exposures, Scope scope, Bound bound) {
        BigDecimal worst = before(candidate, exposures, scope).add(candidate.added().value());
        BigDecimal headroom = bound.value().subtract(worst);
        return bound.look(worst, headroom, candidate.added().isZero() || headroom.signum() >= 0);
    }

    /** The position on the order's side if everything open on that side traded. */
    private static BigDecimal before(Candidate candidate, Exposures exposures, Scope scope) {
        Symbol symbol = candidate.terms().symbol();
        BigDecimal position = exposures.position(scope, symbol);
        return candidate.terms().side().isBuy()
                ? position.add(exposures.openBuys(scope, symbol))
                : exposures.openSells(scope, symbol).subtract(position);
    }
}
