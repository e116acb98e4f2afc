package io.sluice.risk;

import io.sluice.order.OmsId;
import io.sluice.order.Price;
import io.sluice.order.Terms;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Tells trades at prices that no order of ours could have asked for by the price collar. */
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
        BigDecimal off = price.value().subtract(last.value()).abs();
        return percent.map(it -> last.value().abs().multiply(it).movePointLeft(2))
                .filter(width -> off.compareTo(width) > 0)
                .isPresent();
    }
}
