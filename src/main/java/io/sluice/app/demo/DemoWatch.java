package io.sluice.app.demo;

import io.sluice.app.CommandFailure;
import io.sluice.app.ExitCode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Waits for things to happen while it sees to it that no process dies. */
record DemoWatch(Supplier<List<Child>> children) {

    private static final long PAUSE_MILLIS = 50;

    /** A question that may fail. */
    interface Condition {
        boolean holds() throws IOException;
    }

    void await(String what, Duration patience, Condition condition)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!condition.holds()) {
            requireAlive();
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new CommandFailure(
                        ExitCode.NO, "waited " + patience.toSeconds() + " s for " + what + logs());
            }
            pause();
        }
    }

    void requireAlive() throws IOException {
        for (Child child : children.get()) {
            if (!child.isAlive()) {
                throw new CommandFailure(ExitCode.NO, obituary(child));
            }
        }
    }

    /** How a process ended, and what it said last. */
    static String obituary(Child child) throws IOException {
        return "%s ended unexpectedly with %d; %s ends with:%n%s"
                .formatted(
                        child.name(), child.process().exitValue(), child.log(), child.lastWords());
    }

    static void pause() throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
    }

    private String logs() {
        return "; see " + children.get().stream().map(Child::log).toList();
    }
}
