package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Report.Execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Thousands of requests by chance, and the rules that every report of them must keep. */
final class RandomDay {

    private static final int REQUESTS = 3_000;
    private static final List<String> SYMBOLS =
            List.of("AAPL", "BAC", "SIM.REST", "SIM.PARTIAL", "SIM.LATEFILL");

    private RandomDay() {}

    static Customer play(Customer customer, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 1; i <= REQUESTS; i++) {
            String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
            String earlier = "C" + random.nextInt(Math.max(0, i - 50), i);
            Terms terms = terms(random, symbol);
            switch (random.nextInt(5)) {
                case 0 -> customer.cancels("C" + i, earlier, symbol);
                case 1 -> customer.replaces("C" + i, earlier, terms);
                case 2 -> customer.waits(Duration.ofMillis(100));
                default -> customer.sends("C" + i, terms);
            }
        }
        return customer;
    }

    /** The invariants INV1, INV2, INV5, INV9, INV11 of FIX 4.4, checked over all reports. */
    static List<String> violations(List<Execution> executions) {
        List<String> violations = new ArrayList<>();
        Map<String, BigDecimal> cumQty = new HashMap<>();
        Map<String, BigDecimal> notional = new HashMap<>();
        Set<String> execIds = new HashSet<>();

        for (Execution execution : executions) {
            Order order = execution.order();
            BigDecimal traded = execution.lastQty();
            BigDecimal cum = cumQty.merge(order.orderId(), traded, BigDecimal::add);
            BigDecimal paid =
                    notional.merge(
                            order.orderId(), traded.multiply(execution.lastPx()), BigDecimal::add);

            if (!execIds.add(execution.execId())) {
                violations.add("ExecID(17) came twice: " + execution);
            }
            if (cum.compareTo(order.cumQty()) != 0 || isAbove(order)) {
                violations.add("CumQty(14) does not add up to " + cum + ": " + execution);
            }
            if (order.avgPx().compareTo(mean(paid, cum)) != 0) {
                violations.add("AvgPx(6) is not the mean: " + execution);
            }
            if (order.isWorking() && !addsUp(order)) {
                violations.add("LeavesQty(151) does not add up: " + execution);
            }
        }
        return violations;
    }

    private static boolean isAbove(Order order) {
        return order.cumQty().compareTo(order.terms().qty()) > 0;
    }

    private static boolean addsUp(Order order) {
        return order.cumQty().add(order.leavesQty()).compareTo(order.terms().qty()) == 0
                && order.leavesQty().signum() > 0;
    }

    private static BigDecimal mean(BigDecimal paid, BigDecimal cum) {
        return cum.signum() == 0 ? BigDecimal.ZERO : paid.divide(cum, 8, RoundingMode.HALF_UP);
    }

    private static Terms terms(SplittableRandom random, String symbol) {
        char side = random.nextBoolean() ? '1' : '2';
        String qty = String.valueOf(random.nextInt(1, 500));
        if (random.nextInt(4) == 0) {
            return Customer.market(side, qty, symbol);
        }
        BigDecimal away = BigDecimal.valueOf(random.nextInt(-30, 31), 2);
        String price = ReferencePrices.of(symbol).add(away).toPlainString();
        return Customer.with(
                "0134".charAt(random.nextInt(4)), Customer.limit(side, qty, symbol, price));
    }
}
