package io.sluice.simulator.broker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** What the rest of the market shows against one order: one to three quotes, one tick apart. */
final class Liquidity {

    /** A price and how much can be traded at it. */
    record Quote(BigDecimal px, BigDecimal qty) {}

    private static final int PERCENT = 100;
    private static final int SHORT_BELOW = 15;
    private static final int ONE_QUOTE_BELOW = 55;
    private static final int TWO_QUOTES_BELOW = 85;

    private final RandomGenerator random;

    Liquidity(RandomGenerator random) {
        this.random = random;
    }

    /** The quotes, best first. A market order always finds enough; a limit order mostly does. */
    Deque<Quote> against(Order order, BigDecimal reference) {
        BigDecimal wanted = order.leavesQty();
        boolean isShort = random.nextInt(PERCENT) < SHORT_BELOW && order.terms().isLimit();
        BigDecimal shown = isShort ? share(wanted, 2) : wanted;
        int quotes = quotes();

        Deque<Quote> result = new ArrayDeque<>();
        BigDecimal left = shown;
        for (int i = 1; i <= quotes && left.signum() > 0; i++) {
            BigDecimal qty = i == quotes ? left : share(shown, quotes);
            if (qty.signum() > 0) {
                result.add(new Quote(price(order, reference, i), qty));
                left = left.subtract(qty);
            }
        }
        return result;
    }

    /** A part of the quantity in the same decimals, so that whole shares stay whole. */
    static BigDecimal share(BigDecimal qty, int parts) {
        return qty.divide(BigDecimal.valueOf(parts), Math.max(0, qty.scale()), RoundingMode.FLOOR);
    }

    private int quotes() {
        int dice = random.nextInt(PERCENT);
        if (dice < ONE_QUOTE_BELOW) {
            return 1;
        }
        return dice < TWO_QUOTES_BELOW ? 2 : 3;
    }

    private static BigDecimal price(Order order, BigDecimal reference, int ticksAway) {
        BigDecimal away = Market.TICK.multiply(BigDecimal.valueOf(ticksAway));
        return order.terms().isBuy()
                ? reference.add(away)
                : reference.subtract(away).max(Market.TICK);
    }
}
