package io.sluice.risk;

import io.sluice.order.Account;
import io.sluice.order.CheckResult;
import io.sluice.order.DenialCode;

import java.util.Set;

/** Only accounts that are configured can trade: a limit of an account that has none is no limit. */
record AccountKnown(Set<Account> accounts) implements RiskCheck {

    @Override
    public DenialCode code() {
        return DenialCode.ACCOUNT_KNOWN;
    }

    @Override
    public Verdict check(Candidate candidate, Exposures exposures) {
        Account account = candidate.terms().account();
        boolean known = accounts.contains(account);
        return Verdict.of(
                new CheckResult(
                        code(),
                        Scope.of(account).toString(),
                        "known",
                        known ? "known" : "unknown",
                        "",
                        known),
                "No account is called " + account);
    }
}
