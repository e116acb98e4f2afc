package io.sluice.risk;

import io.sluice.order.CheckResult;
import io.sluice.order.DenialCode;

/** An order for nothing is a mistake. */
final class QtyPositive implements RiskCheck {

    @Override
    public DenialCode code() {
        return DenialCode.QTY_POSITIVE;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        String qty = candidate.terms().qty().toString();
        return Verdict.of(
                new CheckResult(code(), "", "above 0", qty, qty, !candidate.terms().qty().isZero()),
                "OrderQty(38) was 0");
    }
}
