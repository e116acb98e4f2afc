package io.sluice.simulator.oms;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Rules on quantities, prices and status, looked at after a report is booked. Sources: FIX 4.4
 * volume 4, order state change matrices, and the precedence of OrdStatus(39) printed there.
 */
final class StateRules {

    /** AvgPx(6) may be rounded by its sender: relative to the exact mean. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.0001");

    private StateRules() {}

    static void check(Chain chain, Answer report, Findings findings) {
        checkStatus(chain, report, findings);
        Optional<BigDecimal> orderQty = number(report, FixTag.ORDER_QTY, "OrderQty(38)", findings);
        Optional<BigDecimal> cumQty = number(report, FixTag.CUM_QTY, "CumQty(14)", findings);
        Optional<BigDecimal> leavesQty =
                number(report, FixTag.LEAVES_QTY, "LeavesQty(151)", findings);
        Optional<BigDecimal> avgPx = number(report, FixTag.AVG_PX, "AvgPx(6)", findings);

        BigDecimal expectedQty = expectedQty(chain, report, orderQty);
        orderQty.ifPresent(was -> equal("OrderQty(38)", was, expectedQty, findings));
        cumQty.ifPresent(was -> equal("CumQty(14)", was, chain.executions().cumQty(), findings));
        leavesQty.ifPresent(was -> checkLeaves(chain, was, expectedQty, findings));
        avgPx.ifPresent(was -> checkAvgPx(chain.executions().avgPx(), was, findings));
        findings.unless(
                chain.executions().cumQty().compareTo(chain.accepted().terms().qty()) <= 0,
                "overfill",
                () ->
                        "Trades of %s exceed OrderQty(38) %s"
                                .formatted(
                                        chain.executions().cumQty(),
                                        chain.accepted().terms().qty()));
        if (report.is(FixTag.EXEC_TYPE, "F")) {
            checkTrade(chain, report, findings);
        }
    }

    /** OrdStatus(39) must be what the whole chain has come to, by precedence. */
    static void checkStatus(Chain chain, Answer answer, Findings findings) {
        String status = answer.text(FixTag.ORD_STATUS);
        String allowed = allowedStatuses(chain);
        findings.unless(
                status.length() == 1 && allowed.contains(status),
                "ord-status",
                () ->
                        "OrdStatus(39) was '%s', may be one of %s: order is %s, CumQty %s"
                                .formatted(
                                        status,
                                        allowed,
                                        chain.phase(),
                                        chain.executions().cumQty()));
    }

    private static String allowedStatuses(Chain chain) {
        if (!chain.phase().isEnd() && chain.cancelReported()) {
            return "6";
        }
        if (!chain.phase().isEnd() && chain.replaceReported()) {
            return chain.pendingCancels() > 0 ? "E6" : "E";
        }
        return settledStatuses(chain)
                + (chain.pendingCancels() > 0 ? "6" : "")
                + (chain.pendingReplaces() > 0 ? "E" : "");
    }

    private static String settledStatuses(Chain chain) {
        boolean traded = chain.executions().cumQty().signum() > 0;
        String ifFull = chain.isFull() ? "2" : "";
        return switch (chain.phase()) {
            case SENT -> chain.isFull() ? "2" : traded ? "1" : "A0";
            case WORKING -> chain.isFull() ? "2" : traded ? "1" : "0";
            case CANCELED -> "4" + ifFull;
            case EXPIRED -> "C" + ifFull;
            case DONE_FOR_DAY -> "3";
            case REJECTED -> traded ? "1" + ifFull : "8";
        };
    }

    /** A pending replace may show the quantity that it asks for: the printed tables do both. */
    private static BigDecimal expectedQty(
            Chain chain, Answer report, Optional<BigDecimal> orderQty) {
        BigDecimal inForce = chain.accepted().terms().qty();
        if (!report.is(FixTag.EXEC_TYPE, "E")) {
            return inForce;
        }
        return orderQty.filter(
                        was ->
                                chain.versions().stream()
                                        .anyMatch(one -> one.terms().qty().compareTo(was) == 0))
                .orElse(inForce);
    }

    private static void checkLeaves(
            Chain chain, BigDecimal leavesQty, BigDecimal orderQty, Findings findings) {
        if (chain.phase() == Chain.Phase.DONE_FOR_DAY) {
            return;
        }
        BigDecimal expected =
                chain.phase().isEnd()
                        ? BigDecimal.ZERO
                        : orderQty.subtract(chain.executions().cumQty()).max(BigDecimal.ZERO);
        equal("LeavesQty(151)", leavesQty, expected, findings);
    }

    private static void checkAvgPx(BigDecimal exact, BigDecimal avgPx, Findings findings) {
        BigDecimal tolerance = exact.abs().multiply(ROUNDING);
        findings.unless(
                avgPx.subtract(exact).abs().compareTo(tolerance) <= 0,
                "avg-px",
                () -> "AvgPx(6) was %s, the trades say %s".formatted(avgPx, exact));
    }

    private static void checkTrade(Chain chain, Answer report, Findings findings) {
        number(report, FixTag.LAST_QTY, "LastQty(32)", findings)
                .ifPresent(qty -> positive("LastQty(32)", qty, findings));
        number(report, FixTag.LAST_PX, "LastPx(31)", findings)
                .ifPresent(
                        px -> {
                            positive("LastPx(31)", px, findings);
                            findings.unless(
                                    chain.allows(px),
                                    "limit",
                                    () -> "LastPx(31) is worse than the limit, was " + px);
                        });
    }

    private static Optional<BigDecimal> number(
            Answer report, int tag, String name, Findings findings) {
        Optional<BigDecimal> number = report.decimal(tag);
        findings.unless(
                number.isPresent() || (tag == FixTag.ORDER_QTY && !report.has(tag)),
                "number",
                () -> "%s is no number, was '%s'".formatted(name, report.text(tag)));
        return number;
    }

    private static void positive(String name, BigDecimal number, Findings findings) {
        findings.unless(
                number.signum() > 0, "trade", () -> name + " is not positive, was " + number);
    }

    private static void equal(String name, BigDecimal was, BigDecimal expected, Findings findings) {
        findings.unless(
                was.compareTo(expected) == 0,
                "quantity",
                () -> "%s was %s, must be %s".formatted(name, was, expected));
    }
}
