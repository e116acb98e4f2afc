package io.sluice.adapter.fix;

import io.sluice.port.Clock;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** What the FIX side counts, and whose thread this is. Safe for any thread. */
public final class FixEvents {

    private final Clock clock;
    private final BooleanSupplier engineThread;
    private final Arrival arrival;
    private final AtomicLong dropped = new AtomicLong();

    FixEvents(Clock clock, BooleanSupplier engineThread, Arrival arrival) {
        this.clock = clock;
        this.engineThread = engineThread;
        this.arrival = arrival;
    }

    Instant now() {
        return clock.now();
    }

    boolean isEngineThread() {
        return engineThread.getAsBoolean();
    }

    Arrival arrival() {
        return arrival;
    }

    void droppedFromEarlierConnection() {
        dropped.incrementAndGet();
    }

    /** Messages of connections that their session had left already. */
    public long dropped() {
        return dropped.get();
    }
}
