package io.sluice.simulator.oms;

/**
 * Rules on OrderCancelReject(9). Source: FIX 4.4; OrderID(37) is NONE only for an unknown order,
 * and OrdStatus(39) is the state after the reject.
 */
final class CancelRejectRules {

    private static final String UNKNOWN_ORDER = "1";

    private CancelRejectRules() {}

    static void check(Pending refused, Answer reject, Findings findings) {
        Chain chain = refused.chain();
        String respondsTo = refused.request() instanceof Request.Replace ? "2" : "1";
        findings.unless(
                reject.is(FixTag.CXL_REJ_RESPONSE_TO, respondsTo),
                "cxl-rej-response-to",
                () ->
                        "CxlRejResponseTo(434) was '%s', must be %s"
                                .formatted(reject.text(FixTag.CXL_REJ_RESPONSE_TO), respondsTo));
        findings.unless(
                reject.decimal(FixTag.CXL_REJ_REASON).isPresent(),
                "cxl-rej-reason",
                () ->
                        "CxlRejReason(102) is no number, was '"
                                + reject.text(FixTag.CXL_REJ_REASON)
                                + "'");
        IdRules.checkOrigin(refused, reject.text(FixTag.ORIG_CL_ORD_ID), findings);
        if (reject.is(FixTag.ORDER_ID, "NONE")) {
            checkUnknown(chain, reject, findings);
        } else {
            checkKnown(chain, reject, findings);
        }
    }

    private static void checkUnknown(Chain chain, Answer reject, Findings findings) {
        findings.unless(
                reject.is(FixTag.CXL_REJ_REASON, UNKNOWN_ORDER),
                "order-id",
                () ->
                        "OrderID(37) was NONE with CxlRejReason(102) "
                                + reject.text(FixTag.CXL_REJ_REASON));
        findings.unless(
                reject.is(FixTag.ORD_STATUS, "8"),
                "ord-status",
                () ->
                        "OrdStatus(39) of an unknown order must be 8, was '"
                                + reject.text(FixTag.ORD_STATUS)
                                + "'");
        findings.unless(
                chain.orderId().isEmpty()
                        || chain.phase() == Chain.Phase.REJECTED
                        || !reject.is(FixTag.ORIG_CL_ORD_ID, chain.accepted().id()),
                "unknown-order",
                () -> "The order %s is said to be unknown".formatted(chain));
    }

    private static void checkKnown(Chain chain, Answer reject, Findings findings) {
        String orderId = reject.text(FixTag.ORDER_ID);
        findings.unless(
                !orderId.isEmpty()
                        && (chain.orderId().isEmpty() || chain.orderId().equals(orderId)),
                "order-id",
                () -> "OrderID(37) was '%s', before %s".formatted(orderId, chain.orderId()));
        StateRules.checkStatus(chain, reject, findings);
    }
}
