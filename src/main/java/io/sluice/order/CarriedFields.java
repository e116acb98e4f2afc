package io.sluice.order;

/**
 * The body fields of a FIX message as they came, in order, each {@code tag=value} ended by SOH,
 * without those that are rebuilt for every hop (ids and session fields). The pure part never looks
 * inside; an adapter writes them out again byte for byte.
 */
public record CarriedFields(String text) {

    public static final CarriedFields NONE = new CarriedFields("");
}
