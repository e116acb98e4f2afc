package io.sluice.order;

/** How long an order stays, as TimeInForce(59) names it; absence means Day. */
public enum TimeInForce {
    DAY,
    GOOD_TILL_CANCEL,
    IMMEDIATE_OR_CANCEL,
    FILL_OR_KILL
}
