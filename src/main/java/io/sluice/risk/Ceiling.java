package io.sluice.risk;

import io.sluice.order.CheckResult;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A limit that can be set at any scope of an order. Every scope that sets it is looked at; one at
 * least must.
 */
final class Ceiling {

    private final DenialCode code;
    private final String name;
    private final Map<Scope, Bound> bounds = new HashMap<>();

    /** The limit as one scope sets it, and both in words. */
    record Bound(String scope, BigDecimal value, String text) {

        /** The value must not be above the limit. */
        Look below(BigDecimal value) {
            BigDecimal headroom = this.value.subtract(value);
            return look(value, headroom, headroom.signum() >= 0);
        }

        Look look(BigDecimal value, BigDecimal headroom, boolean passed) {
            return new Look(scope, text, Numbers.text(value), headroom, passed);
        }
    }

    /**
     * What was seen at one scope.
     *
     * @param headroom how much more would have passed
     */
    record Look(String scope, String limit, String value, BigDecimal headroom, boolean passed) {

        CheckResult result(DenialCode code) {
            return new CheckResult(code, scope, limit, value, Numbers.text(headroom), passed);
        }
    }

    /**
     * @param name the limit as {@code limits.yaml} calls it
     * @param limit what a scope sets, if it does
     */
    Ceiling(
            DenialCode code,
            String name,
            Limits limits,
            Function<LimitSet, Optional<BigDecimal>> limit) {
        this.code = code;
        this.name = name;
        limits.byScope().forEach((scope, set) -> limit.apply(set).ifPresent(it -> bind(scope, it)));
    }

    private void bind(Scope scope, BigDecimal value) {
        bounds.put(scope, new Bound(scope.toString(), value, Numbers.text(value)));
    }

    /** The same value counts at every scope, and must not be above the limit. */
    Verdict below(Candidate candidate, BigDecimal value, String detail) {
        return looked(candidate, (_, bound) -> bound.below(value), detail);
    }

    /** The strictest scope, the one with the least headroom, stands first. */
    Verdict looked(Candidate candidate, BiFunction<Scope, Bound, Look> look, String detail) {
        List<Look> looks = new ArrayList<>(4);
        for (Scope scope : candidate.scopes()) {
            Bound bound = bounds.get(scope);
            if (bound != null) {
                looks.add(look.apply(scope, bound));
            }
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
}
