package io.sluice.order;

/** One trade of an order: so much at such a price. */
public record Trade(Qty lastQty, Price lastPx) {}
