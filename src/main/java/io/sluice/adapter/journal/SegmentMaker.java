package io.sluice.adapter.journal;

import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes segments ahead of their use, on a thread of its own. Safe for any thread. */
final class SegmentMaker {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentMaker.class);
    private static final int STEP_BYTES = 256 << 10;
    private static final int STEPS_PER_FORCE = 16;
    private static final long RETRY_MILLIS = 1_000;

    private final Disk disk;
    private final JournalSettings settings;
    private final RecordCodec codec;
    private final Segments segments;
    private final ScheduledExecutorService thread;
    private @Nullable Segment next;
    private @Nullable IOException failure;

    SegmentMaker(
            Disk disk,
            JournalSettings settings,
            RecordCodec codec,
            Segments segments,
            ScheduledExecutorService thread) {
        this.disk = disk;
        this.settings = settings;
        this.codec = codec;
        this.segments = segments;
        this.thread = thread;
    }

    /** Makes a segment on the caller's thread: under another name until it is complete. */
    Segment make(long first) throws IOException {
        Path path = settings.directory().resolve(Segment.name(first));
        Path unfinished = unfinished(first);
        SegmentHeader header = new SegmentHeader(first, settings.segmentBytes(), codec.schema());
        try (DiskFile file = disk.create(unfinished)) {
            fill(file);
            file.write(ByteBuffer.wrap(header.toBytes()), 0);
            file.force();
        } catch (IOException cause) {
            throw new IOException(
                    "%s of %d bytes could not be made: %s"
                            .formatted(path, settings.segmentBytes(), cause.getMessage()),
                    cause);
        }
        disk.rename(unfinished, path);
        disk.forceDirectory(settings.directory());
        Segment segment = Segment.of(path, header, codec);
        segments.add(segment);
        return segment;
    }

    /** Forces now and then, so that no force of the journal waits behind all of it. */
    private void fill(DiskFile file) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(STEP_BYTES);
        int steps = 0;
        for (long at = 0; at < settings.segmentBytes(); at += STEP_BYTES) {
            zeros.clear().limit((int) Math.min(STEP_BYTES, settings.segmentBytes() - at));
            file.write(zeros, at);
            if (++steps % STEPS_PER_FORCE == 0) {
                file.force();
            }
        }
    }

    /** Begins to make the segment that starts at a position, unless it is there. */
    synchronized void prepare(long first) {
        next = null;
        for (Segment segment : segments.live()) {
            if (segment.first() == first) {
                next = segment;
            }
        }
        if (next == null) {
            thread.execute(() -> attempt(first));
        }
    }

    private void attempt(long first) {
        try {
            made(make(first));
        } catch (IOException cause) {
            giveBack(first);
            notMade(first, cause);
        }
    }

    /** On a full disk others need the room more. */
    private void giveBack(long first) {
        try {
            disk.delete(unfinished(first));
        } catch (IOException cause) {
            LOG.warn("An unfinished segment was left behind", cause);
        }
    }

    private Path unfinished(long first) {
        return settings.directory().resolve(Segment.name(first) + ".new");
    }

    private synchronized void made(Segment segment) {
        next = segment;
        failure = null;
        notifyAll();
    }

    private synchronized void notMade(long first, IOException cause) {
        if (failure == null) {
            LOG.error("The journal's next segment cannot be made; orders are denied", cause);
        }
        failure = cause;
        notifyAll();
        var _ = thread.schedule(() -> attempt(first), RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether the last attempt to make a segment did not fail. */
    synchronized boolean isAbleToMake() {
        return failure == null;
    }

    /** The segment that was to be prepared; waits while it is being made. */
    synchronized Segment take() throws IOException {
        try {
            while (next == null && failure == null) {
                wait();
            }
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a segment was made", cause);
        }
        if (next == null) {
            throw new IOException("The journal is full: no next segment could be made", failure);
        }
        return next;
    }
}
