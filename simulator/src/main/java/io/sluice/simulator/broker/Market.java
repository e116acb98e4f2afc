package io.sluice.simulator.broker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;

/** One symbol: a reference price that walks, and the book around it. Single-threaded. */
final class Market {

    static final BigDecimal TICK = new BigDecimal("0.01");

    /** The largest step of the walk, in steps of a basis point of the price. */
    private static final int MAX_STEPS = 2;

    private static final BigDecimal STEP_SHARE = new BigDecimal("0.0001");
    private static final BigDecimal LOWEST_SHARE = new BigDecimal("0.98");
    private static final BigDecimal HIGHEST_SHARE = new BigDecimal("1.02");

    private final Book book = new Book();
    private final BigDecimal step;
    private final BigDecimal lowest;
    private final BigDecimal highest;
    private BigDecimal reference;

    Market(BigDecimal reference) {
        this.reference = reference;
        this.step = onTick(reference.multiply(STEP_SHARE)).max(TICK);
        this.lowest = onTick(reference.multiply(LOWEST_SHARE)).max(TICK);
        this.highest = onTick(reference.multiply(HIGHEST_SHARE));
    }

    Book book() {
        return book;
    }

    BigDecimal reference() {
        return reference;
    }

    /** Moves the reference price by a few steps, within 2 % of where it began. */
    void walk(RandomGenerator random) {
        int steps = random.nextInt(-MAX_STEPS, MAX_STEPS + 1);
        BigDecimal next = reference.add(step.multiply(BigDecimal.valueOf(steps)));
        reference = next.max(lowest).min(highest);
    }

    private static BigDecimal onTick(BigDecimal price) {
        return price.setScale(TICK.scale(), RoundingMode.HALF_UP);
    }
}
