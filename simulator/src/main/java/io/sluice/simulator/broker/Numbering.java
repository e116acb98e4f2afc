package io.sluice.simulator.broker;

import java.time.Instant;
import java.util.Locale;

/**
 * Ids that never come twice: the broker's name, when it started, and a counter. Single-threaded.
 */
final class Numbering {

    private static final int BASE = 36;

    private final String prefix;
    private long executions;
    private long orders;

    Numbering(String broker, Instant startedAt) {
        this.prefix = broker + "-" + inCapitals(startedAt.toEpochMilli()) + "-";
    }

    String nextExecId() {
        executions++;
        return prefix + "E" + inCapitals(executions);
    }

    String nextOrderId() {
        orders++;
        return prefix + "O" + inCapitals(orders);
    }

    private static String inCapitals(long number) {
        return Long.toString(number, BASE).toUpperCase(Locale.ROOT);
    }
}
