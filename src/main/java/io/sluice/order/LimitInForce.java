package io.sluice.order;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One limit of one scope, and how much of it is used.
 *
 * @param scope such as {@code firm} or {@code account:ACC1}
 * @param name as {@code limits.yaml} calls it
 * @param used absent where each order is looked at by itself
 * @param headroom what is left; negative when the limit was lowered below what is used
 * @param symbol where the most is used, when the limit is one for each symbol
 */
public record LimitInForce(
        String scope,
        String name,
        BigDecimal limit,
        Optional<BigDecimal> used,
        Optional<BigDecimal> headroom,
        Optional<Symbol> symbol) {

    /** A limit that is looked at order by order. */
    public static LimitInForce perOrder(String scope, String name, BigDecimal limit) {
        return new LimitInForce(
                scope, name, limit, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static LimitInForce used(String scope, String name, BigDecimal limit, BigDecimal used) {
        return new LimitInForce(
                scope,
                name,
                limit,
                Optional.of(used),
                Optional.of(limit.subtract(used)),
                Optional.empty());
    }

    public LimitInForce mostIn(Symbol where) {
        return new LimitInForce(scope, name, limit, used, headroom, Optional.of(where));
    }
}
