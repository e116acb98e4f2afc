package io.sluice.simulator.broker;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** Something the broker tells a customer. Texts and ids that are absent are empty. */
sealed interface Report {

    /** An ExecutionReport(8): the order as it stands after what happened. */
    record Execution(
            String execId,
            String clOrdId,
            String origClOrdId,
            ExecType execType,
            Order order,
            BigDecimal lastQty,
            BigDecimal lastPx,
            OptionalInt ordRejReason,
            String text,
            String ordStatusReqId,
            boolean repeat)
            implements Report {

        Execution repeated() {
            return new Execution(
                    execId,
                    clOrdId,
                    origClOrdId,
                    execType,
                    order,
                    lastQty,
                    lastPx,
                    ordRejReason,
                    text,
                    ordStatusReqId,
                    true);
        }
    }

    /** An OrderCancelReject(9): the order goes on as it was. */
    record CancelRejected(
            String orderId,
            String clOrdId,
            String origClOrdId,
            OrdStatus status,
            char responseTo,
            int cxlRejReason,
            String text)
            implements Report {}
}
