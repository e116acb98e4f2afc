package io.sluice.order;

/** The side of an order, as Side(54) names it. */
public enum Side {
    BUY,
    SELL,
    SELL_SHORT,
    SELL_SHORT_EXEMPT;

    /** Whether an execution of it makes the position longer. */
    public boolean isBuy() {
        return this == BUY;
    }
}
