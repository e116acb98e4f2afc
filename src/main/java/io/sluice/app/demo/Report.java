package io.sluice.app.demo;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What an ExecutionReport(8) or an OrderCancelReject(9) told, as a ledger of either side names it.
 * Quantities and prices are equal by value, all else by letter.
 */
record Report(List<String> values) {

    /** All that copy and original must have in common, by the names of the ledgers. */
    private static final List<String> NAMES =
            List.of(
                    "msgType",
                    "execId",
                    "secondaryExecId",
                    "execRefId",
                    "execType",
                    "ordStatus",
                    "clOrdId",
                    "origClOrdId",
                    "orderId",
                    "symbol",
                    "side",
                    "account",
                    "orderQty",
                    "lastQty",
                    "lastPx",
                    "cumQty",
                    "leavesQty",
                    "avgPx",
                    "cxlRejResponseTo",
                    "cxlRejReason",
                    "ordRejReason",
                    "text");

    private static final List<String> CANCEL_REJECT_ID =
            List.of("clOrdId", "origClOrdId", "orderId", "cxlRejResponseTo", "cxlRejReason");

    static Report of(JsonNode line) {
        return new Report(NAMES.stream().map(name -> Ledger.text(line, name)).toList());
    }

    boolean isExecution() {
        return value("msgType").equals("8");
    }

    boolean isCancelReject() {
        return value("msgType").equals("9");
    }

    boolean isStatusAnswer() {
        return isExecution() && value("execType").equals("I");
    }

    /**
     * What only this one has: ExecID(17). An OrderCancelReject(9) has nothing like it, and is known
     * by its order, request and reason.
     */
    String id() {
        return isExecution()
                ? "ExecID " + value("execId")
                : "cancel reject " + CANCEL_REJECT_ID.stream().map(this::value).toList();
    }

    /** What the other one tells otherwise, in words; empty when they are the same. */
    List<String> differencesTo(Report other) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String ours = values.get(i);
            String theirs = other.values.get(i);
            if (!ours.equals(theirs) && !isSameNumber(NAMES.get(i), ours, theirs)) {
                differences.add("%s is '%s' and not '%s'".formatted(NAMES.get(i), theirs, ours));
            }
        }
        return differences;
    }

    private static boolean isSameNumber(String name, String one, String other) {
        boolean isNumber = name.endsWith("Qty") || name.endsWith("Px");
        return isNumber
                && !one.isEmpty()
                && !other.isEmpty()
                && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private String value(String name) {
        return values.get(NAMES.indexOf(name));
    }
}
