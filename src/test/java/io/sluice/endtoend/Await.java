package io.sluice.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting for what other threads and processes do. The limit is generous: it is for failures. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 1_000_000;

    /** Something that may fail while it is looked at. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /**
     * Waits until the condition holds.
     *
     * @param what what is waited for, as a sentence: it is told when it never happened
     */
    public static void until(String what, Condition condition) {
        until(what, PATIENCE, condition);
    }

    static void until(String what, Duration patience, Condition condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!holds(what, condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Never happened within " + patience + ": " + what);
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

    private static boolean holds(String what, Condition condition) {
        try {
            return condition.holds();
        } catch (Exception e) {
            throw new AssertionError("Failed while waiting: " + what, e);
        }
    }

    private Await() {}
}
