package io.sluice.adapter.journal;

import io.sluice.port.JournalListener;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the journal is durable, and whether it still works. Safe for any thread; listeners hear
 * on the thread that ends a batch, and of a stall on the watchdog's.
 */
final class Progress {

    private static final long IDLE = 0;
    private static final long FAILED = -1;

    private final List<JournalListener> listeners = new CopyOnWriteArrayList<>();

    /** IDLE, FAILED, or the number of the batch in hand: whoever changes it first has decided. */
    private final AtomicLong state = new AtomicLong(IDLE);

    private volatile long batches;
    private volatile long startedNanos;
    private volatile long durable;
    private volatile Optional<Throwable> failure = Optional.empty();
    private boolean isClosed;

    Progress(long durable) {
        this.durable = durable;
    }

    void listen(JournalListener listener) {
        listeners.add(listener);
    }

    long durable() {
        return durable;
    }

    Optional<Throwable> failure() {
        return failure;
    }

    boolean hasFailed() {
        return state.get() == FAILED;
    }

    /** Whether a batch may be written. */
    boolean begin() {
        startedNanos = System.nanoTime();
        long number = batches + 1;
        batches = number;
        return state.compareAndSet(IDLE, number);
    }

    /** Whether the batch in hand counts, and everything up to the position is durable. */
    boolean end(long position) {
        if (!state.compareAndSet(batches, IDLE)) {
            return false;
        }
        synchronized (this) {
            durable = position;
            notifyAll();
        }
        for (JournalListener listener : listeners) {
            listener.onDurable(position);
        }
        return true;
    }

    /** Whether the batch in hand counts, though it made nothing more durable. */
    boolean end() {
        return state.compareAndSet(batches, IDLE);
    }

    /** Whether this was the first failure. */
    boolean fail(Throwable cause) {
        if (state.getAndSet(FAILED) == FAILED) {
            return false;
        }
        tellFailure(cause);
        return true;
    }

    /** Whether a batch had taken longer than allowed, and has failed for it. */
    boolean failIfStalled(long allowedNanos) {
        long number = state.get();
        long took = System.nanoTime() - startedNanos;
        if (number <= IDLE || took < allowedNanos || !state.compareAndSet(number, FAILED)) {
            return false;
        }
        tellFailure(
                new StalledException(
                        "Writing and forcing the journal took longer than %d ms: was %d ms so far"
                                .formatted(
                                        TimeUnit.NANOSECONDS.toMillis(allowedNanos),
                                        TimeUnit.NANOSECONDS.toMillis(took))));
        return true;
    }

    private void tellFailure(Throwable cause) {
        synchronized (this) {
            failure = Optional.of(cause);
            notifyAll();
        }
        for (JournalListener listener : listeners) {
            listener.onFailed(cause);
        }
    }

    /**
     * Waits until more than a position is durable; returns whether it is. It is not when the
     * journal was closed or has failed before.
     */
    synchronized boolean awaitBeyond(long position) throws InterruptedException {
        while (durable <= position && !isClosed && failure.isEmpty()) {
            wait();
        }
        return durable > position;
    }

    synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
