package io.sluice.order;

import java.math.BigDecimal;

/** A price per unit in the currency of the instrument. {@code 1.0} and {@code 1.00} are equal. */
public record Price(BigDecimal value) implements Comparable<Price> {

    public static final Price ZERO = new Price(BigDecimal.ZERO);

    public Price {
        value = value.stripTrailingZeros();
    }

    public static Price of(String text) {
        return new Price(new BigDecimal(text));
    }

    /** Price times quantity, without any multiplier. */
    public BigDecimal times(Qty qty) {
        return value.multiply(qty.value());
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
