package io.sluice.risk;

import io.sluice.order.DenialCode;
import io.sluice.order.OrderType;
import io.sluice.order.Price;
import io.sluice.risk.Ceiling.Bound;
import io.sluice.risk.Ceiling.Look;

import java.math.BigDecimal;
import java.util.Optional;

/** Stops the price that is far off: a buy far above the last known price, a sell far below it. */
final class PriceCollar implements RiskCheck {

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
                (_, bound) -> look(candidate, bound, last),
                "The price is too far from the last known price " + Numbers.text(last));
    }

    /** A Market order has no price to compare: that a last price is known is all it needs. */
    private static Look look(Candidate candidate, Bound collar, BigDecimal last) {
        boolean buys = candidate.terms().side().isBuy();
        BigDecimal width = last.multiply(collar.value()).movePointLeft(2);
        BigDecimal end = buys ? last.add(width) : last.subtract(width);
        String limit =
                (buys ? "at most " : "at least ")
                        + Numbers.text(end)
                        + " ("
                        + collar.text()
                        + " %)";
        if (candidate.terms().orderType() == OrderType.MARKET) {
            return new Look(collar.scope(), limit, "market", width, true);
        }
        BigDecimal price = candidate.limitPrice().orElseThrow().value();
        BigDecimal headroom = buys ? end.subtract(price) : price.subtract(end);
        return new Look(
                collar.scope(), limit, Numbers.text(price), headroom, headroom.signum() >= 0);
    }
}
