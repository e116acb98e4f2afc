package io.sluice.simulator.dropcopy;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was told so far, as far back as the rules look: the latest executions by ExecID(17), the
 * latest orders by OMS and OrderID(37). Single-threaded.
 */
final class Memory {

    /** Enough for days of a desk, little enough for a small process. */
    private static final int EXECUTIONS = 400_000;

    private static final int ORDERS = 100_000;

    private final Map<String, Integer> executions = bounded(EXECUTIONS);
    private final Map<String, BigDecimal> cumQtys = bounded(ORDERS);

    /** The fingerprint of the first telling; nothing when it was never told. */
    @Nullable Integer execution(String execId) {
        return executions.get(execId);
    }

    void told(String execId, int fingerprint) {
        executions.put(execId, fingerprint);
    }

    BigDecimal cumQty(Copy copy) {
        return cumQtys.getOrDefault(order(copy), BigDecimal.ZERO);
    }

    void cumQty(Copy copy, BigDecimal qty) {
        cumQtys.put(order(copy), qty);
    }

    private static String order(Copy copy) {
        return copy.text(CopyField.OMS) + ' ' + copy.text(CopyField.ORDER_ID);
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
