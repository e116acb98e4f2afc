package io.sluice.risk;

import io.sluice.order.CheckResult;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A limit that can be set at any scope of an order. Every scope that sets it is looked at; one at
 * least must.
 *
 * @param name the limit as {@code limits.yaml} calls it
 * @param limit what a scope sets, if it does
 */
record Ceiling(
        DenialCode code,
        String name,
        Limits limits,
        Function<LimitSet, Optional<BigDecimal>> limit) {

    /** The value at each scope must not be above the limit. */
    Verdict below(Candidate candidate, Function<Scope, BigDecimal> value, String detail) {
        return looked(
                candidate,
                (scope, most) -> {
                    BigDecimal seen = value.apply(scope);
                    BigDecimal headroom = most.subtract(seen);
                    return Look.at(scope, most, seen, headroom, headroom.signum() >= 0);
                },
                detail);
    }

    /** The strictest scope, the one with the least headroom, stands first. */
    Verdict looked(Candidate candidate, BiFunction<Scope, BigDecimal, Look> look, String detail) {
        List<Look> looks = new ArrayList<>(4);
        for (Scope scope : candidate.scopes()) {
            limits.at(scope).flatMap(limit).ifPresent(value -> looks.add(look.apply(scope, value)));
        }
        if (looks.isEmpty()) {
            return missing(candidate);
        }
        looks.sort(Comparator.comparing(Look::headroom));
        return Verdict.of(looks.stream().map(it -> it.result(code)).toList(), detail);
    }

    private Verdict missing(Candidate candidate) {
        return new Verdict(
                List.of(new CheckResult(code, "", "none", "not run", "", false)),
                Optional.of(
                        Denial.of(
                                DenialCode.LIMIT_MISSING,
                                name + " is set for none of " + candidate.scopes())));
    }

    /**
     * What was seen at one scope.
     *
     * @param headroom how much more would have passed
     */
    record Look(String scope, String limit, String value, BigDecimal headroom, boolean passed) {

        static Look at(
                Scope scope,
                BigDecimal limit,
                BigDecimal value,
                BigDecimal headroom,
                boolean passed) {
            return new Look(
                    scope.toString(), Numbers.text(limit), Numbers.text(value), headroom, passed);
        }

        CheckResult result(DenialCode code) {
            return new CheckResult(code, scope, limit, value, Numbers.text(headroom), passed);
        }
    }
}
