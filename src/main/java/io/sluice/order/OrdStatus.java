package io.sluice.order;

/** What a venue or we say an order is at, as OrdStatus(39) names it. */
public enum OrdStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    DONE_FOR_DAY,
    CANCELED,
    PENDING_CANCEL,
    STOPPED,
    REJECTED,
    SUSPENDED,
    PENDING_NEW,
    CALCULATED,
    EXPIRED,
    PENDING_REPLACE;
}
