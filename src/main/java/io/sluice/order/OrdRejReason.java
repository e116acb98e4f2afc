package io.sluice.order;

/**
 * Why an order or a request is refused, in the coarse words of OrdRejReason(103) and
 * CxlRejReason(102).
 */
public enum OrdRejReason {
    UNKNOWN_SYMBOL,
    EXCEEDS_LIMIT,
    TOO_LATE,
    UNKNOWN_ORDER,
    DUPLICATE,
    UNSUPPORTED,
    INCORRECT_QUANTITY,
    OTHER
}
