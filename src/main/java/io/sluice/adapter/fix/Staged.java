package io.sluice.adapter.fix;

import io.sluice.order.VenueClOrdId;
import io.sluice.port.SendPermit.Scopes;

import java.util.Optional;

/**
 * One FIX message that waits in the outbox.
 *
 * @param order present on an order or a replace: these are asked about once more before they leave
 */
record Staged(
        String msgType,
        String text,
        long stagedAtMillis,
        Optional<OrderMark> order,
        Stopwatch stopwatch) {

    Staged(String msgType, String text, long stagedAtMillis, Optional<OrderMark> order) {
        this(msgType, text, stagedAtMillis, order, Stopwatch.NONE);
    }

    /** What the outbox must know of an order or a replace that it holds. */
    record OrderMark(VenueClOrdId request, Scopes scopes, long maxUnsentMillis) {}

    int msgSeqNum() {
        return Integer.parseInt(FixText.field(text, Tags.MSG_SEQ_NUM));
    }
}
