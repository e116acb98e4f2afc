package io.sluice.adapter.journal;

import io.sluice.port.JournalListener;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Remembers what a journal tells, and waits for it. Safe for any thread. */
final class RecordingListener implements JournalListener {

    private static final long PATIENCE_SECONDS = 20;

    private final List<Long> durable = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private boolean wasToldAfterFailure;

    @Override
    public synchronized void onDurable(long position) {
        wasToldAfterFailure |= !failures.isEmpty();
        durable.add(position);
        notifyAll();
    }

    @Override
    public synchronized void onFailed(Throwable cause) {
        failures.add(cause);
        notifyAll();
    }

    synchronized List<Long> durable() {
        return List.copyOf(durable);
    }

    synchronized List<Throwable> failures() {
        return List.copyOf(failures);
    }

    synchronized long highest() {
        return durable.isEmpty() ? 0 : durable.getLast();
    }

    synchronized boolean wasToldAfterFailure() {
        return wasToldAfterFailure;
    }

    synchronized void awaitDurable(long position) {
        await("position " + position + " to be durable", () -> highest() >= position);
    }

    synchronized Throwable awaitFailure() {
        await("a failure", () -> !failures.isEmpty());
        return failures.getFirst();
    }

    synchronized void awaitEnd(long position) {
        await("an end", () -> highest() >= position || !failures.isEmpty());
    }

    private void await(String what, BooleanSupplier holds) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.getAsBoolean()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(
                        "Waited in vain for " + what + "; durable is " + highest() + failures);
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException cause) {
                throw new AssertionError("Interrupted", cause);
            }
        }
    }
}
