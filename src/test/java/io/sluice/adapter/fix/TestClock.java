package io.sluice.adapter.fix;

import io.sluice.port.Clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The wall clock, which a test may put forward. Safe for any thread. */
public final class TestClock implements Clock {

    private final AtomicLong aheadMillis = new AtomicLong();

    @Override
    public Instant now() {
        return Instant.now().plusMillis(aheadMillis.get());
    }

    public void forward(Duration by) {
        aheadMillis.addAndGet(by.toMillis());
    }
}
