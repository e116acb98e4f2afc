package io.sluice.adapter.fix;

import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.JournalListener;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A journal in memory whose thread makes frames durable as they come, or, while it is held, only
 * when it is told to. Safe for any thread.
 */
public final class FakeJournal implements Journal {

    private final ConcurrentSkipListMap<Long, Frame> frames = new ConcurrentSkipListMap<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("fake-journal").factory());
    private volatile @Nullable JournalListener listener;
    private volatile @Nullable Snapshot snapshot;
    private volatile boolean held;
    private volatile long durable;
    private volatile long run = 1;
    private volatile long unbrokenAfter;

    /** What this one made durable, for a run that begins where it ended. */
    public FakeJournal afterRestart() {
        FakeJournal next = new FakeJournal();
        next.frames.putAll(frames.headMap(durable, true));
        next.durable = durable;
        next.run = run + 1;
        next.snapshot = snapshot;
        return next;
    }

    /** The number of the run that writes it. */
    long run() {
        return run;
    }

    /** The force takes for ever from here on. */
    public void hold() throws Exception {
        held = true;
        thread.submit(() -> {}).get();
    }

    /** The force ends; what came meanwhile is durable. */
    public void release() {
        held = false;
        thread.execute(this::force);
    }

    /** One force: up to the last frame there is now. Ends when the listener has heard. */
    public void forceOnce() throws Exception {
        thread.submit(this::forceAll).get();
    }

    /** Nothing more becomes durable. Ends when the listener has heard. */
    public void fail(Throwable cause) throws Exception {
        held = true;
        thread.submit(() -> listener().onFailed(cause)).get();
    }

    /** Whether everything kept so far is durable. */
    public boolean isDurable() {
        return frames.isEmpty() || frames.lastKey() <= durable;
    }

    /** Everything kept so far, durable or not, in order. */
    public List<Frame.Entry> entries() {
        return frames.values().stream().flatMap(frame -> frame.entries().stream()).toList();
    }

    /** The same by frames. */
    public List<Frame> frames() {
        return List.copyOf(frames.values());
    }

    public boolean has(Predicate<Frame.Entry> wanted) {
        return entries().stream().anyMatch(wanted);
    }

    @Override
    public void start(JournalListener toTell) {
        listener = toTell;
    }

    private JournalListener listener() {
        JournalListener known = listener;
        if (known == null) {
            throw new IllegalStateException("The journal is not started");
        }
        return known;
    }

    @Override
    public long append(Frame frame) {
        long position = (frames.isEmpty() ? 0 : frames.lastKey()) + 10;
        frames.put(position, frame);
        thread.execute(this::force);
        return position;
    }

    private void force() {
        if (!held) {
            forceAll();
        }
    }

    private void forceAll() {
        long last = frames.isEmpty() ? 0 : frames.lastKey();
        if (last > durable) {
            durable = last;
            JournalListener known = listener;
            if (known != null) {
                known.onDurable(last);
            }
        }
    }

    @Override
    public long durable() {
        return durable;
    }

    @Override
    public Backlog backlog() {
        return new Backlog(0, 0);
    }

    @Override
    public boolean hasRoomForOrders() {
        return true;
    }

    @Override
    public void replay(long after, FrameReader reader) {
        for (Map.Entry<Long, Frame> frame : frames.tailMap(after, false).entrySet()) {
            reader.take(frame.getKey(), frame.getValue());
        }
    }

    @Override
    public Following follow(String name, long after, FrameReader reader) {
        return new FakeFollowing(name, after, reader);
    }

    @Override
    public long unbrokenAfter() {
        return unbrokenAfter;
    }

    /** Everything up to there was moved away. */
    void loseUpTo(long position) {
        unbrokenAfter = position;
    }

    /** Reads on a thread of its own what is durable. */
    private final class FakeFollowing implements Following {

        private final FrameReader reader;
        private final Thread thread;
        private volatile long position;
        private volatile boolean closed;

        FakeFollowing(String name, long after, FrameReader reader) {
            this.reader = reader;
            this.position = Math.max(after, unbrokenAfter);
            this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
        }

        private void run() {
            while (!closed) {
                Map.Entry<Long, Frame> next = frames.higherEntry(position);
                if (next != null && next.getKey() <= durable) {
                    reader.take(next.getKey(), next.getValue());
                    position = next.getKey();
                } else {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public Optional<Throwable> failure() {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public Frame read(long position) throws IOException {
        Frame frame = frames.get(position);
        if (frame == null) {
            throw new IOException("No frame is at position " + position);
        }
        return frame;
    }

    @Override
    public void save(Snapshot taken) {
        snapshot = taken;
    }

    @Override
    public Optional<Snapshot> loadSnapshot() {
        return Optional.ofNullable(snapshot);
    }

    @Override
    public void releaseBefore(long position) {}

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
