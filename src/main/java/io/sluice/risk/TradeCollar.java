package io.sluice.risk;

import io.sluice.order.OmsId;
import io.sluice.order.Price;
import io.sluice.order.Terms;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Tells trades whose price is too far from the last known one to be gone by. */
public final class TradeCollar {

    private final Map<Scope, LimitSet> limits;

    public TradeCollar(Limits limits) {
        this.limits = limits.byScope();
    }

    /** Whether a price is further from the last known one than the strictest collar allows. */
    public boolean isOutside(OmsId oms, Terms terms, Price price, Price last) {
        Optional<BigDecimal> percent =
                Candidate.scopes(oms, terms).stream()
                        .flatMap(scope -> Optional.ofNullable(limits.get(scope)).stream())
                        .flatMap(set -> set.priceCollarPercent().stream())
                        .min(BigDecimal::compareTo);
        return percent.map(it -> last.value().abs().multiply(it).movePointLeft(2))
                .filter(width -> isOutside(price.value(), last.value(), width))
                .isPresent();
    }

    private static boolean isOutside(BigDecimal price, BigDecimal last, BigDecimal width) {
        return last.subtract(width).compareTo(price) > 0 || last.add(width).compareTo(price) < 0;
    }
}
