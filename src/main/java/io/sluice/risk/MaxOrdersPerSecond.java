package io.sluice.risk;

import io.sluice.order.DenialCode;

import java.math.BigDecimal;

/**
 * Stops an OMS session that runs away. Whatever scope sets the limit, it is the session that is
 * counted: its orders and replaces of the last second, denied ones too.
 */
final class MaxOrdersPerSecond implements RiskCheck {

    private final Ceiling ceiling;

    MaxOrdersPerSecond(Limits limits) {
        ceiling =
                new Ceiling(
                        code(),
                        "maxOrdersPerSecond",
                        limits,
                        limit -> limit.maxOrdersPerSecond().map(BigDecimal::valueOf));
    }

    @Override
    public DenialCode code() {
        return DenialCode.MAX_ORDERS_PER_SECOND;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        int withThis = exposures.ordersInLastSecond(candidate.oms(), candidate.at()) + 1;
        BigDecimal rate = BigDecimal.valueOf(withThis);
        return ceiling.below(candidate, rate, "Orders and replaces come too fast");
    }
}
