package io.sluice.order;

/** How an order is priced, as OrdType(40) names it. */
public enum OrderType {
    MARKET,
    LIMIT
}
