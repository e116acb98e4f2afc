package io.sluice.simulator.oms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a line says: counts since the start, latencies in milliseconds. */
record Figures(
        long orders,
        long acked,
        long fills,
        long denied,
        long rejected,
        long canceled,
        long replaced,
        long open,
        long unanswered,
        long violations,
        Latency latency,
        boolean loggedOn) {

    /** Order sent to first answer. */
    record Latency(BigDecimal p50ms, BigDecimal p99ms, BigDecimal maxms) {}

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("orders", orders);
        fields.put("acked", acked);
        fields.put("fills", fills);
        fields.put("denied", denied);
        fields.put("rejected", rejected);
        fields.put("canceled", canceled);
        fields.put("replaced", replaced);
        fields.put("open", open);
        fields.put("unanswered", unanswered);
        fields.put("violations", violations);
        fields.put("p50ms", latency.p50ms());
        fields.put("p99ms", latency.p99ms());
        fields.put("maxms", latency.maxms());
        fields.put("loggedOn", loggedOn);
        return fields;
    }

    @Override
    public String toString() {
        return "orders %d, acks %d, fills %d, denied %d, rejected %d, canceled %d, replaced %d,"
                        .formatted(orders, acked, fills, denied, rejected, canceled, replaced)
                + " open %d, unanswered %d, violations %d, latency ms p50 %s p99 %s max %s%s"
                        .formatted(
                                open,
                                unanswered,
                                violations,
                                latency.p50ms(),
                                latency.p99ms(),
                                latency.maxms(),
                                loggedOn ? "" : " (not logged on)");
    }
}
