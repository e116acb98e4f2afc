package io.sluice.order;

import java.math.BigDecimal;

/** A quantity of an instrument. Never negative; {@code 1.0} and {@code 1.00} are equal. */
public record Qty(BigDecimal value) implements Comparable<Qty> {

    public static final Qty ZERO = new Qty(BigDecimal.ZERO);

    public Qty {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("Quantity is negative: " + value.toPlainString());
        }
        value = value.stripTrailingZeros();
    }

    public static Qty of(String text) {
        return new Qty(new BigDecimal(text));
    }

    public Qty plus(Qty other) {
        return new Qty(value.add(other.value));
    }

    /** What is left when {@code other} is taken away; nothing is left when it is more. */
    public Qty minus(Qty other) {
        return exceeds(other) ? new Qty(value.subtract(other.value)) : ZERO;
    }

    public Qty max(Qty other) {
        return exceeds(other) ? this : other;
    }

    public boolean exceeds(Qty limit) {
        return compareTo(limit) > 0;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Qty other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
