package io.sluice.risk;

import io.sluice.order.DenialCode;
import io.sluice.risk.Ceiling.Bound;
import io.sluice.risk.Ceiling.Look;

import java.math.BigDecimal;

/**
 * Ends the day of a scope that has lost its limit: every new order and replace is denied, those
 * that reduce too.
 */
final class MaxDailyLoss implements RiskCheck {

    private final Ceiling ceiling;

    MaxDailyLoss(Limits limits) {
        ceiling = new Ceiling(code(), "maxDailyLoss", limits, LimitSet::maxDailyLoss);
    }

    @Override
    public DenialCode code() {
        return DenialCode.MAX_DAILY_LOSS;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        return ceiling.looked(
                candidate,
                (scope, bound) -> look(exposures, scope, bound),
                "The loss of the day has reached its limit");
    }

    private static Look look(Exposures exposures, Scope scope, Bound bound) {
        BigDecimal loss = exposures.dailyPnl(scope).negate();
        BigDecimal headroom = bound.value().subtract(loss);
        return bound.look(loss, headroom, headroom.signum() > 0);
    }
}
