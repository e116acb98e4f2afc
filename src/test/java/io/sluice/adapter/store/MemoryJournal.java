package io.sluice.adapter.store;

import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.JournalListener;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A journal in memory, durable at once, whose followers have threads of their own. */
final class MemoryJournal implements Journal {

    private static final long STEP = 10;

    private final NavigableMap<Long, Frame> frames = new TreeMap<>();
    private long next = STEP;

    static MemoryJournal of(List<Frame> frames) {
        MemoryJournal journal = new MemoryJournal();
        frames.forEach(journal::append);
        return journal;
    }

    /** Positions go on from here: as if older frames had been moved away. */
    static MemoryJournal after(long position, List<Frame> frames) {
        MemoryJournal journal = new MemoryJournal();
        journal.next = position + STEP;
        frames.forEach(journal::append);
        return journal;
    }

    @Override
    public long unbrokenAfter() {
        return 0;
    }

    @Override
    public synchronized long append(Frame frame) {
        long position = next;
        next += STEP;
        frames.put(position, frame);
        notifyAll();
        return position;
    }

    @Override
    public synchronized long durable() {
        return frames.isEmpty() ? 0 : frames.lastKey();
    }

    @Override
    public synchronized Frame read(long position) throws IOException {
        Frame frame = frames.get(position);
        if (frame == null) {
            throw new IOException("No frame is at position " + position);
        }
        return frame;
    }

    @Override
    public Following follow(String name, long after, FrameReader reader) {
        return new Follower(after, reader);
    }

    private synchronized Map.Entry<Long, Frame> await(long after) throws InterruptedException {
        while (frames.higherKey(after) == null) {
            wait();
        }
        return frames.higherEntry(after);
    }

    private final class Follower implements Following {

        private final Thread thread;
        private volatile long position;

        Follower(long after, FrameReader reader) {
            position = after;
            thread = new Thread(() -> run(reader), "follow");
            thread.setDaemon(true);
            thread.start();
        }

        private void run(FrameReader reader) {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    Map.Entry<Long, Frame> next = await(position);
                    reader.take(next.getKey(), next.getValue());
                    position = next.getKey();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
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
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError("Interrupted", e);
            }
        }
    }

    @Override
    public void start(JournalListener listener) {
        throw new UnsupportedOperationException("The store does not start the journal");
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
    public synchronized void replay(long after, FrameReader reader) {
        frames.tailMap(after, false).forEach(reader::take);
    }

    @Override
    public void save(Snapshot snapshot) {
        throw new UnsupportedOperationException("The store saves no snapshots");
    }

    @Override
    public Optional<Snapshot> loadSnapshot() {
        return Optional.empty();
    }

    @Override
    public void releaseBefore(long position) {
        throw new UnsupportedOperationException("The store releases nothing");
    }

    @Override
    public void close() {}
}
