package io.sluice.order;

/** What an execution report tells, as ExecType(150) names it. */
public enum ExecType {
    NEW,
    DONE_FOR_DAY,
    CANCELED,
    REPLACED,
    PENDING_CANCEL,
    STOPPED,
    REJECTED,
    SUSPENDED,
    PENDING_NEW,
    CALCULATED,
    EXPIRED,
    RESTATED,
    PENDING_REPLACE,
    TRADE,
    TRADE_CORRECT,
    TRADE_CANCEL,
    ORDER_STATUS;

    /** Whether it takes back or changes a trade that was reported before. */
    public boolean changesTrade() {
        return this == TRADE_CANCEL || this == TRADE_CORRECT;
    }
}
