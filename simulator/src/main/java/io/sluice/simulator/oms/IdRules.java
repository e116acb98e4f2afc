package io.sluice.simulator.oms;

import java.util.Optional;

/**
 * Rules on who and what an ExecutionReport is about, looked at before it is booked. Source: FIX
 * 4.4, ClOrdID(11) chaining: the receiver of orders speaks of the last id that it accepted.
 */
final class IdRules {

    private static final String EXEC_TYPES = "034568ACDEFGHI";

    private IdRules() {}

    static void check(Chain chain, Answer report, Findings findings) {
        checkOrder(chain, report, findings);
        findings.unless(
                report.text(FixTag.EXEC_TYPE).length() == 1
                        && EXEC_TYPES.contains(report.text(FixTag.EXEC_TYPE)),
                "exec-type",
                () -> "ExecType(150) is none of FIX 4.4, was " + report.text(FixTag.EXEC_TYPE));
        findings.unless(
                mayStill(chain, report.text(FixTag.EXEC_TYPE)),
                "after-end",
                () ->
                        "ExecType(150) was %s for an order that is %s with CumQty %s"
                                .formatted(
                                        report.text(FixTag.EXEC_TYPE),
                                        chain.phase(),
                                        chain.executions().cumQty()));
        switch (report.text(FixTag.EXEC_TYPE)) {
            case "0", "A", "8" -> checkOriginal(chain, report, findings);
            case "4" -> checkCanceled(chain, report, findings);
            case "6", "5", "E" -> checkRequest(chain, report, findings);
            case "I" -> checkOrigin(chain, report, findings);
            case "G", "H" -> {
                checkAccepted(chain, report, findings);
                checkReference(chain, report, findings);
            }
            default -> checkAccepted(chain, report, findings);
        }
    }

    /** An order ends once; only one that is done for the day may still end for good. */
    private static boolean mayStill(Chain chain, String execType) {
        return switch (execType) {
            case "3", "8" -> chain.isOpen();
            case "4", "C" -> chain.isOpen() || chain.phase() == Chain.Phase.DONE_FOR_DAY;
            case "5" -> !chain.phase().isEnd();
            default -> true;
        };
    }

    private static void checkOrder(Chain chain, Answer report, Findings findings) {
        Terms terms = chain.original().terms();
        String orderId = report.text(FixTag.ORDER_ID);
        findings.unless(!orderId.isEmpty(), "order-id", () -> "OrderID(37) is missing");
        findings.unless(
                chain.orderId().isEmpty() || chain.orderId().equals(orderId),
                "order-id",
                () -> "OrderID(37) was %s, before %s".formatted(orderId, chain.orderId()));
        same(report, FixTag.SYMBOL, "Symbol(55)", terms.symbol(), findings);
        same(report, FixTag.SIDE, "Side(54)", terms.side(), findings);
        if (report.has(FixTag.ACCOUNT)) {
            same(report, FixTag.ACCOUNT, "Account(1)", terms.account(), findings);
        }
        String echo = report.text(FixTag.ECHO);
        findings.unless(
                chain.isVersion(echo),
                "echo",
                () -> "20001 is not of the order %s, was '%s'".formatted(chain, echo));
    }

    private static void same(
            Answer report, int tag, String name, String expected, Findings findings) {
        findings.unless(
                report.is(tag, expected),
                "instrument",
                () -> "%s was '%s', sent %s".formatted(name, report.text(tag), expected));
    }

    private static void checkOriginal(Chain chain, Answer report, Findings findings) {
        String id = report.text(FixTag.CL_ORD_ID);
        findings.unless(
                chain.original().id().equals(id),
                "cl-ord-id",
                () -> "ClOrdID(11) was %s, the order is %s".formatted(id, chain.original().id()));
        findings.unless(
                !report.is(FixTag.ORD_REJ_REASON, "6"),
                "duplicate-order",
                () -> "OrdRejReason(103) says duplicate, but " + id + " was sent once");
        if (!report.is(FixTag.EXEC_TYPE, "8")) {
            findings.unless(
                    chain.phase() == Chain.Phase.SENT,
                    "acknowledged-twice",
                    () ->
                            "ExecType(150) was %s for an order that is %s"
                                    .formatted(report.text(FixTag.EXEC_TYPE), chain.phase()));
        }
        if (report.is(FixTag.EXEC_TYPE, "8")) {
            findings.unless(
                    !report.text(FixTag.TEXT).isBlank(),
                    "text",
                    () -> "Text(58) is missing on a reject");
            findings.unless(
                    chain.executions().cumQty().signum() == 0,
                    "rejected-after-fill",
                    () -> "ExecType(150) was 8 after " + chain.executions().cumQty() + " traded");
        }
        checkOrigin(chain, report, findings);
    }

    /** A cancel answers a request, or comes unasked under the id in force. */
    private static void checkCanceled(Chain chain, Answer report, Findings findings) {
        if (chain.isVersion(report.text(FixTag.CL_ORD_ID))) {
            checkAccepted(chain, report, findings);
        } else {
            checkRequest(chain, report, findings);
        }
    }

    /** Pending, replaced and canceled carry the id of the request and the id that it changes. */
    private static void checkRequest(Chain chain, Answer report, Findings findings) {
        String id = report.text(FixTag.CL_ORD_ID);
        Optional<Pending> asked = chain.waiting(id);
        boolean replacing = report.is(FixTag.EXEC_TYPE, "5") || report.is(FixTag.EXEC_TYPE, "E");
        findings.unless(
                asked.map(one -> one.request().msgType().equals(replacing ? "G" : "F"))
                        .orElse(false),
                "cl-ord-id",
                () ->
                        "ClOrdID(11) %s is no unanswered %s of the order %s"
                                .formatted(id, replacing ? "replace" : "cancel", chain));
        asked.ifPresent(one -> checkOrigin(one, report.text(FixTag.ORIG_CL_ORD_ID), findings));
    }

    /** OrigClOrdID(41) of an answer is the id that was asked for, or the last one accepted. */
    static void checkOrigin(Pending asked, String origin, Findings findings) {
        String accepted = asked.chain().accepted().id();
        String requested =
                switch (asked.request()) {
                    case Request.Cancel cancel -> cancel.origClOrdId();
                    case Request.Replace replace -> replace.origClOrdId();
                    case Request.NewOrder _, Request.Status _ -> accepted;
                };
        findings.unless(
                origin.equals(requested) || origin.equals(accepted),
                "orig-cl-ord-id",
                () ->
                        "OrigClOrdID(41) was '%s', asked for %s, last accepted %s"
                                .formatted(origin, requested, accepted));
    }

    /** After its end an order may also be spoken of by the id of the cancel that ended it. */
    private static void checkAccepted(Chain chain, Answer report, Findings findings) {
        String id = report.text(FixTag.CL_ORD_ID);
        findings.unless(
                chain.accepted().id().equals(id) || (chain.phase().isEnd() && !chain.isVersion(id)),
                "cl-ord-id",
                () -> "ClOrdID(11) was %s, last accepted %s".formatted(id, chain.accepted().id()));
        checkOrigin(chain, report, findings);
    }

    /** A correction or bust names an execution that is live: of corrections, the latest. */
    private static void checkReference(Chain chain, Answer report, Findings findings) {
        String reference = report.text(FixTag.EXEC_REF_ID);
        findings.unless(
                chain.executions().knows(reference),
                "exec-ref-id",
                () -> "ExecRefID(19) names no live trade of the order, was '" + reference + "'");
    }

    private static void checkOrigin(Chain chain, Answer report, Findings findings) {
        String origin = report.text(FixTag.ORIG_CL_ORD_ID);
        findings.unless(
                origin.isEmpty() || chain.hasId(origin),
                "orig-cl-ord-id",
                () -> "OrigClOrdID(41) is not of the order %s, was %s".formatted(chain, origin));
    }
}
