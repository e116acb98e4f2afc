package io.sluice.risk;

import io.sluice.order.DenialCode;
import io.sluice.order.OrderType;
import io.sluice.order.Price;
import io.sluice.risk.Ceiling.Look;

import java.math.BigDecimal;
import java.util.Optional;

/** Stops the price that is far off: a buy far above the last known price, a sell far below it. */
final class PriceCollar implements RiskCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Ceiling ceiling;

    PriceCollar(Limits limits) {
        ceiling = new Ceiling(code(), "priceCollarPercent", limits, LimitSet::priceCollarPercent);
    }

    @Override
    public DenialCode code() {
        return DenialCode.PRICE_COLLAR;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        Optional<Price> reference =
                exposures
                        .lastPrice(candidate.terms().symbol())
                        .filter(price -> price.compareTo(Price.ZERO) > 0);
        if (candidate.instrument().isEmpty() || reference.isEmpty()) {
            return Verdict.notRun(code(), candidate, "No last price is known");
        }
        BigDecimal last = reference.get().value();
        return ceiling.looked(
                candidate,
                (scope, percent) -> look(candidate, scope, percent, last),
                "The price is too far from the last known price " + Numbers.text(last));
    }

    /** A Market order has no price to compare: that a last price is known is all it needs. */
    private static Look look(
            Candidate candidate, Scope scope, BigDecimal percent, BigDecimal last) {
        boolean buys = candidate.terms().side().isBuy();
        BigDecimal width = last.multiply(percent).divide(HUNDRED);
        BigDecimal bound = buys ? last.add(width) : last.subtract(width);
        String limit =
                (buys ? "at most " : "at least ")
                        + Numbers.text(bound)
                        + " ("
                        + Numbers.text(percent)
                        + " %)";
        if (candidate.terms().orderType() == OrderType.MARKET) {
            return new Look(scope.toString(), limit, "market", width, true);
        }
        BigDecimal price = candidate.limitPrice().orElseThrow().value();
        BigDecimal headroom = buys ? bound.subtract(price) : price.subtract(bound);
        return new Look(
                scope.toString(), limit, Numbers.text(price), headroom, headroom.signum() >= 0);
    }
}
