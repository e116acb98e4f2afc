package io.sluice.order;

/**
 * What one risk check said of one order at one scope.
 *
 * @param scope the scope whose limit was applied, such as {@code account:ACC1}
 * @param limit the limit in words or numbers; {@code none} when a needed limit is missing
 * @param value what was seen
 * @param headroom how much more would have passed; negative or empty when nothing would
 */
public record CheckResult(
        DenialCode check,
        String scope,
        String limit,
        String value,
        String headroom,
        boolean passed) {}
