package io.sluice.order;

/**
 * Why we said no to an order or a request: the code, where it holds, the limit and the value seen.
 */
public record Denial(DenialCode code, String scope, String limit, String value, String detail) {

    public static Denial of(DenialCode code, String detail) {
        return new Denial(code, "", "", "", detail);
    }

    public static Denial of(CheckResult failed, String detail) {
        return new Denial(failed.check(), failed.scope(), failed.limit(), failed.value(), detail);
    }

    /** What the OMS reads in Text(58): the code first, then where, then the numbers. */
    public String text() {
        StringBuilder text = new StringBuilder(code.name());
        append(text, "scope", scope);
        append(text, "limit", limit);
        append(text, "value", value);
        if (!detail.isEmpty()) {
            text.append(' ').append(detail);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(' ').append(name).append('=').append(value);
        }
    }
}
