package io.sluice.simulator.broker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** An order as the broker holds it; its notional is the sum of what it traded. Immutable. */
record Order(
        String orderId,
        String clOrdId,
        Terms terms,
        OrdStatus status,
        BigDecimal cumQty,
        BigDecimal notional) {

    static final String NO_ORDER_ID = "NONE";

    private static final int AVG_PX_DECIMALS = 8;

    static Order accepted(String orderId, String clOrdId, Terms terms) {
        return new Order(orderId, clOrdId, terms, OrdStatus.NEW, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** What is said of an order that the broker does not know: nothing of nothing. */
    static Order unknown(Request.StatusQuery query) {
        Terms nothing =
                new Terms(
                        "",
                        query.symbol(),
                        query.side(),
                        BigDecimal.ZERO,
                        '1',
                        Optional.empty(),
                        '0');
        return accepted(NO_ORDER_ID, query.clOrdId(), nothing).ended(OrdStatus.REJECTED);
    }

    boolean isWorking() {
        return !status.isFinal();
    }

    BigDecimal leavesQty() {
        return isWorking() ? terms.qty().subtract(cumQty) : BigDecimal.ZERO;
    }

    BigDecimal avgPx() {
        return cumQty.signum() == 0
                ? BigDecimal.ZERO
                : notional.divide(cumQty, AVG_PX_DECIMALS, RoundingMode.HALF_UP);
    }

    Order traded(BigDecimal lastQty, BigDecimal lastPx) {
        BigDecimal total = cumQty.add(lastQty);
        return new Order(
                orderId,
                clOrdId,
                terms,
                statusAt(total, terms.qty()),
                total,
                notional.add(lastQty.multiply(lastPx)));
    }

    /**
     * Takes the new terms. A quantity at or below what was traded means "stop executing" (FIX 4.4,
     * order state changes C.3.b and C.3.c): the order ends filled with what it has.
     */
    Order replaced(String newClOrdId, Terms newTerms) {
        Terms taken = newTerms.withQty(newTerms.qty().max(cumQty));
        return new Order(
                orderId, newClOrdId, taken, statusAt(cumQty, taken.qty()), cumQty, notional);
    }

    Order ended(OrdStatus end) {
        return new Order(orderId, clOrdId, terms, end, cumQty, notional);
    }

    private static OrdStatus statusAt(BigDecimal cumQty, BigDecimal orderQty) {
        if (cumQty.compareTo(orderQty) >= 0) {
            return OrdStatus.FILLED;
        }
        return cumQty.signum() > 0 ? OrdStatus.PARTIALLY_FILLED : OrdStatus.NEW;
    }
}
