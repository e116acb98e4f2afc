package io.sluice.risk;

import io.sluice.order.CheckResult;
import io.sluice.order.DenialCode;
import io.sluice.order.Symbol;

import java.util.Set;

/** What the firm may not trade for now. */
record RestrictedList(Set<Symbol> restricted) implements RiskCheck {

    @Override
    public DenialCode code() {
        return DenialCode.RESTRICTED_LIST;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        boolean free = !restricted.contains(candidate.terms().symbol());
        return Verdict.of(
                new CheckResult(
                        code(),
                        candidate.symbolScope().toString(),
                        "not restricted",
                        free ? "not restricted" : "restricted",
                        "",
                        free),
                candidate.terms().symbol() + " is on the restricted list");
    }
}
