package io.sluice.risk;

import io.sluice.order.CheckResult;
import io.sluice.order.DenialCode;
import io.sluice.order.Instrument;

/** Quantities are multiples of the lot. */
final class LotSize implements RiskCheck {

    @Override
    public DenialCode code() {
        return DenialCode.LOT_SIZE;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        return candidate
                .instrument()
                .map(instrument -> check(candidate, instrument))
                .orElseGet(() -> Verdict.notRun(code(), candidate, "The lot is not known"));
    }

    private Verdict check(Candidate candidate, Instrument instrument) {
        String qty = candidate.terms().qty().toString();
        String lot = Numbers.text(instrument.lot());
        return Verdict.of(
                new CheckResult(
                        code(),
                        candidate.symbolScope().toString(),
                        lot,
                        qty,
                        "",
                        instrument.isInLots(candidate.terms().qty())),
                "OrderQty(38) was " + qty + ", not a multiple of " + lot);
    }
}
