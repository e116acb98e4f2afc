package io.sluice.risk;

import io.sluice.order.Account;
import io.sluice.order.CheckResult;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every new order and every replace must pass. All checks run; of those that say no, the one
 * that stands first in {@link DenialCode} is the reason. There is no way around it.
 */
public final class Gate {

    private final List<RiskCheck> checks;

    Gate(List<RiskCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    public static Gate of(Limits limits, Set<Account> accounts) {
        return new Gate(
                List.of(
                        new AccountKnown(accounts),
                        new InstrumentKnown(),
                        new RestrictedList(limits.restricted()),
                        new QtyPositive(),
                        new LotSize(),
                        new TickSize(),
                        new MaxOrderQty(limits),
                        new MaxOrderNotional(limits),
                        new PriceCollar(limits),
                        new MaxOrdersPerSecond(limits),
                        new MaxOpenOrders(limits),
                        new MaxPosition(limits),
                        new MaxDailyLoss(limits)));
    }

    public Verdict check(Candidate candidate, Exposures exposures) {
        List<CheckResult> results = new ArrayList<>(3 * checks.size());
        List<Denial> denials = new ArrayList<>(0);

        for (RiskCheck check : checks) {
            Verdict verdict = runClosed(check, candidate, exposures);
            results.addAll(verdict.checks());
            verdict.denial().ifPresent(denials::add);
        }
        return new Verdict(List.copyOf(results), first(denials));
    }

    private static Optional<Denial> first(List<Denial> denials) {
        return denials.stream().min(Comparator.comparing(Denial::code));
    }

    /** A check that fails denies: a bug in one must not open the gate. */
    private static Verdict runClosed(RiskCheck check, Candidate candidate, Exposures exposures) {
        try {
            return check.check(candidate, exposures);
        } catch (RuntimeException e) {
            return new Verdict(
                    List.of(new CheckResult(check.code(), "", "none", "failed", "", false)),
                    Optional.of(
                            Denial.of(
                                    DenialCode.INTERNAL_ERROR,
                                    "Check " + check.code() + " failed: " + e)));
        }
    }
}
