package io.sluice.adapter.journal;

import io.sluice.adapter.journal.codec.ByteSink;
import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.port.Frame;
import io.sluice.port.Journal.Backlog;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The end of the journal, in memory: gives frames their positions and keeps them until they are
 * durable. One thread appends, the journal's thread takes.
 */
final class Tail {

    private final RecordCodec codec;
    private final ByteSink sink = new ByteSink();
    private final int segmentBytes;
    private final int dataStart;
    private final Map<Long, Frame> unwritten = new ConcurrentHashMap<>();

    private Place place;
    private Chain chain;
    private Instant lastAt = Instant.EPOCH;
    private boolean isClosed;
    private List<Waiting> queue = new ArrayList<>();
    private @Nullable Waiting oldest;
    private long backlogBytes;
    private long frames;

    /** Where the next frame goes: a segment and an offset in it. */
    record Place(long first, long end, long offset) {}

    /** A frame that has its position and is not durable. */
    record Waiting(long position, long segment, ByteBuffer bytes, long epoch, long sinceNanos) {}

    Tail(RecordCodec codec, int segmentBytes, Place place, Chain chain) {
        this.codec = codec;
        this.segmentBytes = segmentBytes;
        this.dataStart = SegmentHeader.dataStart(codec.schema());
        this.place = place;
        this.chain = chain;
    }

    long append(Frame frame) {
        sink.clear();
        codec.writeAll(sink, frame.entries());
        byte[] bytes = sink.toBytes(FrameFormat.HEAD_BYTES);
        int limit = Math.min(FrameFormat.MAX_BYTES, segmentBytes - dataStart);
        if (bytes.length > limit) {
            throw new IllegalArgumentException(
                    "A frame may have %d bytes at most: was %d".formatted(limit, bytes.length));
        }
        return enqueue(frame, bytes);
    }

    private synchronized long enqueue(Frame frame, byte[] bytes) {
        if (isClosed) {
            throw new IllegalStateException("The journal is closed");
        }
        if (frame.epoch() < chain.epoch()) {
            throw new IllegalArgumentException(
                    "The journal is in epoch %d: was %d".formatted(chain.epoch(), frame.epoch()));
        }
        Waiting waiting = placed(bytes, frame.epoch(), frame.at());
        unwritten.put(waiting.position(), frame);
        backlogBytes += bytes.length;
        frames++;
        queue.add(waiting);
        if (oldest == null) {
            oldest = waiting;
        }
        notifyAll();
        return waiting.position();
    }

    private Waiting placed(byte[] bytes, long epoch, Instant at) {
        if (place.first() + place.offset() + bytes.length > place.end()) {
            place = new Place(place.end(), place.end() + segmentBytes, dataStart);
        }
        long position = place.first() + place.offset();
        FrameFormat.begin(bytes, position, chain.last(), epoch, at);
        chain = new Chain(position, epoch, 0, false);
        lastAt = at;
        place = new Place(place.first(), place.end(), place.offset() + bytes.length);
        return new Waiting(
                position, place.first(), ByteBuffer.wrap(bytes), epoch, System.nanoTime());
    }

    /** A frame that only carries a durable position, unless frames wait. */
    synchronized @Nullable Waiting mark() {
        if (!queue.isEmpty()) {
            return null;
        }
        return placed(new byte[FrameFormat.HEAD_BYTES], chain.epoch(), lastAt);
    }

    /** All frames that wait, in order; none when there were none for so long, or it is closed. */
    synchronized List<Waiting> take(long waitMillis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        long left = until - System.nanoTime();
        while (queue.isEmpty() && !isClosed && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
        List<Waiting> batch = queue;
        queue = new ArrayList<>();
        return batch;
    }

    /** Those can be read from their segments now. */
    void written(List<Waiting> batch) {
        batch.forEach(waiting -> unwritten.remove(waiting.position()));
    }

    synchronized void durable(List<Waiting> batch) {
        batch.forEach(waiting -> backlogBytes -= waiting.bytes().capacity());
        oldest = queue.isEmpty() ? null : queue.getFirst();
    }

    /** How many were appended. */
    synchronized long frames() {
        return frames;
    }

    synchronized Backlog backlog() {
        if (oldest == null) {
            return new Backlog(0, 0);
        }
        long age = System.nanoTime() - oldest.sinceNanos();
        return new Backlog(backlogBytes, TimeUnit.NANOSECONDS.toMillis(age));
    }

    /** A frame that cannot be read from its segment yet. */
    @Nullable Frame unwritten(long position) {
        return unwritten.get(position);
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
