package io.sluice.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for things to become true, and says what never did. */
final class Await {

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    /** A question that may fail. */
    interface Condition {
        boolean holds() throws IOException;
    }

    static void until(String what, Duration patience, Condition condition) throws IOException {
        long begin = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new AssertionError(
                        "Waited in vain for " + what + ", " + patience.toSeconds() + " s");
            }
            pause(PAUSE_NANOS);
        }
    }

    /** Lets others go on for a while: a kill has no condition to wait for but the time. */
    static void passes(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            pause(end - System.nanoTime());
        }
    }

    private static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
        if (Thread.currentThread().isInterrupted()) {
            throw new AssertionError("Interrupted while waiting");
        }
    }

    private Await() {}
}
