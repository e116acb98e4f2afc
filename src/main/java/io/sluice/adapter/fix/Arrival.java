package io.sluice.adapter.fix;

import io.sluice.port.Latencies;
import io.sluice.port.SessionStatus.Role;

import org.jspecify.annotations.Nullable;

/** The message that the engine's thread is processing, as far as it is measured. That thread's. */
final class Arrival {

    private final Latencies latencies = new Latencies();
    private @Nullable Role from;
    private long atNanos;

    Latencies latencies() {
        return latencies;
    }

    void begin(Role role, long nanos) {
        from = role;
        atNanos = nanos;
    }

    void end() {
        from = null;
    }

    /** For an order that an OMS's message caused, or a report that a broker's did. */
    Stopwatch stopwatch(boolean isOrder, boolean isReport) {
        if (isOrder && from == Role.OMS) {
            return new Stopwatch(latencies.orders(), atNanos);
        }
        if (isReport && from == Role.BROKER) {
            return new Stopwatch(latencies.reports(), atNanos);
        }
        return Stopwatch.NONE;
    }
}
