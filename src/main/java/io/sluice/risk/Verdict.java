package io.sluice.risk;

import io.sluice.order.CheckResult;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;

import java.util.List;
import java.util.Optional;

/** What a check, or the whole gate, says of a candidate: what was looked at, and why not. */
public record Verdict(List<CheckResult> checks, Optional<Denial> denial) {

    /** One look at one limit. */
    static Verdict of(CheckResult result, String detail) {
        return of(List.of(result), detail);
    }

    /** Looks at several limits, the strictest first: the first that failed is the reason. */
    static Verdict of(List<CheckResult> results, String detail) {
        return new Verdict(
                results,
                results.stream()
                        .filter(result -> !result.passed())
                        .findFirst()
                        .map(failed -> Denial.of(failed, detail)));
    }

    /** A check that cannot look does not pass. */
    static Verdict notRun(DenialCode check, Candidate candidate, String why) {
        String scope = candidate.symbolScope().toString();
        return of(new CheckResult(check, scope, "none", "not run", "", false), why);
    }
}
