package io.sluice.simulator.dropcopy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a line says: counts since the ledger began.
 *
 * @param copies messages, repeats included
 * @param marked those of them that say that they may be repeats
 */
record Figures(
        long copies,
        long executions,
        long cancelRejects,
        long marked,
        long violations,
        boolean loggedOn) {

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("copies", copies);
        fields.put("executions", executions);
        fields.put("cancelRejects", cancelRejects);
        fields.put("marked", marked);
        fields.put("violations", violations);
        fields.put("loggedOn", loggedOn);
        return fields;
    }

    @Override
    public String toString() {
        return "copies %d, executions %d, cancel rejects %d, marked as repeats %d, violations %d%s"
                .formatted(
                        copies,
                        executions,
                        cancelRejects,
                        marked,
                        violations,
                        loggedOn ? "" : " (not logged on)");
    }
}
