package io.sluice.risk;

import io.sluice.order.CheckResult;
import io.sluice.order.DenialCode;

/** Only what is in the list of instruments can be traded. */
final class InstrumentKnown implements RiskCheck {

    @Override
    public DenialCode code() {
        return DenialCode.INSTRUMENT_KNOWN;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        boolean known = candidate.instrument().isPresent();
        return Verdict.of(
                new CheckResult(
                        code(),
                        candidate.symbolScope().toString(),
                        "known",
                        known ? "known" : "unknown",
                        "",
                        known),
                "No instrument is called " + candidate.terms().symbol());
    }
}
