package io.sluice.scenario;

import io.sluice.core.Fixtures;
import io.sluice.port.Clock;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock that stands still until told. It is far ahead of the machine's, so that what QuickFIX/J
 * stamped is never later than what the router stamps. Any thread.
 */
final class ScenarioClock implements Clock {

    private volatile Instant now = Fixtures.MORNING.plus(Duration.ofDays(3_652));

    @Override
    public Instant now() {
        return now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }
}
