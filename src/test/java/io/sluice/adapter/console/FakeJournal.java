package io.sluice.adapter.console;

import io.sluice.order.Event;
import io.sluice.port.Durations;
import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.JournalFigures;
import io.sluice.port.JournalListener;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal in memory, durable at once. Positions rise by ten: they name frames, not places. */
public final class FakeJournal implements Journal, JournalFigures {

    private static final Instant BEGIN = Instant.parse("2026-03-02T14:30:00Z");

    private final ConcurrentSkipListMap<Long, Frame> frames = new ConcurrentSkipListMap<>();
    private final List<FrameReader> readers = new CopyOnWriteArrayList<>();
    private volatile long oldest;

    /** One frame a second of these events, told to the follower. */
    public long happen(Event... events) {
        Instant at = BEGIN.plusSeconds(frames.size());
        return append(
                new Frame(
                        1,
                        at,
                        Arrays.stream(events).<Frame.Entry>map(Frame.Happened::new).toList()));
    }

    @Override
    public void start(JournalListener listener) {
        throw new UnsupportedOperationException("The console does not start the journal");
    }

    @Override
    public long append(Frame frame) {
        long position = (frames.size() + 1) * 10L;
        frames.put(position, frame);
        readers.forEach(it -> it.take(position, frame));
        return position;
    }

    @Override
    public long durable() {
        return frames.isEmpty() ? 0 : frames.lastKey();
    }

    @Override
    public Backlog backlog() {
        return new Backlog(512, 3);
    }

    @Override
    public boolean hasRoomForOrders() {
        return true;
    }

    @Override
    public void replay(long after, FrameReader target) {
        for (Map.Entry<Long, Frame> frame : frames.tailMap(after, false).entrySet()) {
            target.take(frame.getKey(), frame.getValue());
        }
    }

    @Override
    public Following follow(String name, long after, FrameReader target) {
        replay(after, target);
        readers.add(target);
        return new Following() {
            @Override
            public long position() {
                return durable();
            }

            @Override
            public Optional<Throwable> failure() {
                return Optional.empty();
            }

            @Override
            public void close() {
                readers.remove(target);
            }
        };
    }

    /** What came before it was moved away. */
    public void beginsAt(long position) {
        oldest = position;
    }

    @Override
    public long oldest() {
        return oldest;
    }

    @Override
    public Durations forces() {
        return new Durations();
    }

    @Override
    public long frames() {
        return frames.size();
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public long unbrokenAfter() {
        return 0;
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
    public void save(Snapshot snapshot) {
        throw new UnsupportedOperationException("The console saves no snapshots");
    }

    @Override
    public Optional<Snapshot> loadSnapshot() {
        return Optional.empty();
    }

    @Override
    public void releaseBefore(long position) {
        throw new UnsupportedOperationException("The console releases nothing");
    }

    @Override
    public void close() {
        frames.clear();
    }
}
