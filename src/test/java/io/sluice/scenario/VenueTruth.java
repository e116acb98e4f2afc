package io.sluice.scenario;

import io.sluice.order.OrdStatus;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Terms;

import java.math.BigDecimal;
import java.math.MathContext;

/** One order as the venue sees it; shares nothing with the router's book. */
final class VenueTruth {

    private Terms terms;
    private OrdStatus status = OrdStatus.NEW;
    private Qty cumQty = Qty.ZERO;
    private BigDecimal traded = BigDecimal.ZERO;

    VenueTruth(Terms terms) {
        this.terms = terms;
    }

    void fill(Qty qty, Price price) {
        cumQty = cumQty.plus(qty);
        traded = traded.add(price.times(qty));
        if (status == OrdStatus.NEW || status == OrdStatus.PARTIALLY_FILLED) {
            work();
        }
    }

    void replace(Terms next) {
        terms = next;
        work();
    }

    void end(OrdStatus end) {
        status = end;
    }

    OrdStatus status() {
        return status;
    }

    Qty qty() {
        return terms.qty();
    }

    Qty cumQty() {
        return cumQty;
    }

    Qty leavesQty() {
        boolean works = status == OrdStatus.NEW || status == OrdStatus.PARTIALLY_FILLED;
        return works ? terms.qty().minus(cumQty) : Qty.ZERO;
    }

    Price avgPx() {
        return cumQty.isZero()
                ? Price.ZERO
                : new Price(traded.divide(cumQty.value(), MathContext.DECIMAL64));
    }

    private void work() {
        if (!terms.qty().exceeds(cumQty)) {
            status = OrdStatus.FILLED;
        } else {
            status = cumQty.isZero() ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
        }
    }
}
