package io.sluice.simulator.oms;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/** The live executions of one order, and their sums. Mutable; guarded by the lock of its desk. */
final class Executions {

    private record Execution(BigDecimal qty, BigDecimal px) {}

    private final Map<String, Execution> live = new HashMap<>();
    private BigDecimal cumQty = BigDecimal.ZERO;
    private BigDecimal notional = BigDecimal.ZERO;

    BigDecimal cumQty() {
        return cumQty;
    }

    /** The weighted mean price, 0 when nothing has traded. */
    BigDecimal avgPx() {
        return cumQty.signum() == 0
                ? BigDecimal.ZERO
                : notional.divide(cumQty, MathContext.DECIMAL64);
    }

    boolean knows(String execId) {
        return live.containsKey(execId);
    }

    void trade(String execId, BigDecimal qty, BigDecimal px) {
        live.put(execId, new Execution(qty, px));
        cumQty = cumQty.add(qty);
        notional = notional.add(qty.multiply(px));
    }

    void bust(String execRefId) {
        Execution gone = live.remove(execRefId);
        if (gone != null) {
            cumQty = cumQty.subtract(gone.qty());
            notional = notional.subtract(gone.qty().multiply(gone.px()));
        }
    }
}
