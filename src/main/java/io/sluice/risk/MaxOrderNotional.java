package io.sluice.risk;

import io.sluice.order.DenialCode;
import io.sluice.order.Price;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Stops the order that is worth too much: at its limit, a sale at the last known price if that is
 * higher, a Market order at the last known price.
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
        Optional<Price> price = price(candidate, exposures.lastPrice(candidate.terms().symbol()));
        if (candidate.instrument().isEmpty() || price.isEmpty()) {
            return Verdict.notRun(code(), candidate, "Price or multiplier is not known");
        }
        BigDecimal notional =
                candidate.instrument().get().notional(price.get(), candidate.terms().qty());
        return ceiling.below(candidate, notional, "Price times quantity is too large");
    }

    /** A limit is the most that a buy may cost, and the least that a sale may bring. */
    private static Optional<Price> price(Candidate candidate, Optional<Price> last) {
        Optional<Price> limit = candidate.limitPrice();
        boolean sellsBelow =
                !candidate.terms().side().isBuy()
                        && limit.isPresent()
                        && last.filter(it -> it.compareTo(limit.get()) > 0).isPresent();
        return sellsBelow ? last : limit.or(() -> last);
    }
}
