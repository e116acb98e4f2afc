package io.sluice.risk;

import io.sluice.order.DenialCode;
import io.sluice.order.Price;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Stops the order that is worth too much: at its limit, or for a Market order at the last known
 * price.
 */
final class MaxOrderNotional implements RiskCheck {

    private final Ceiling ceiling;

    MaxOrderNotional(Limits limits) {
        ceiling = new Ceiling(code(), "maxOrderNotional", limits, LimitSet::maxOrderNotional);
    }

    @Override
    public DenialCode code() {
        return DenialCode.MAX_ORDER_NOTIONAL;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        Optional<Price> price =
                candidate.limitPrice().or(() -> exposures.lastPrice(candidate.terms().symbol()));
        if (candidate.instrument().isEmpty() || price.isEmpty()) {
            return Verdict.notRun(code(), candidate, "Price or multiplier is not known");
        }
        BigDecimal notional =
                candidate.instrument().get().notional(price.get(), candidate.terms().qty());
        return ceiling.below(candidate, notional, "Price times quantity is too large");
    }
}
