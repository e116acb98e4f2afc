package io.sluice.order;

/** The reference price of an instrument, as it is configured. */
public record Reference(Symbol symbol, Price price) {}
