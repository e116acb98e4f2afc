package io.sluice.port;

import java.util.List;

/** Whether the router works, and what does not. Safe for any thread. */
public interface Health {

    /** Every question asked of the router, in a fixed order. */
    List<Check> checks();

    /** Whether the router can take orders. */
    default boolean isReady() {
        return checks().stream().allMatch(Check::ok);
    }

    /** One question and its answer. */
    record Check(String name, boolean ok, String detail) {}
}
