package io.sluice.adapter.journal;

import io.sluice.adapter.journal.JournalSettings.Durability;
import io.sluice.adapter.journal.Tail.Waiting;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;
import io.sluice.port.Durations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes what waits at the tail, forces it, and tells that it is durable: what comes during one
 * force makes the next batch.
 */
final class JournalThread implements Runnable {

    private static final int BUFFER_BYTES = 1 << 20;

    /**
     * A quiet journal is told how far it is durable, so that later damage is known for what it is.
     */
    private static final long MARK_AFTER_MILLIS = 100;

    private static final long LONG_MILLIS = 3_600_000;

    private final Disk disk;
    private final boolean forces;
    private final Tail tail;
    private final Progress progress;
    private final SegmentMaker maker;
    private final Fence fence;
    private final FailureAction onFailure;
    private final Durations batches;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private Segment segment;
    private DiskFile file;
    private long bufferOffset;
    private long marked;
    private long epoch;

    /** What to do when the journal has failed. */
    interface FailureAction {
        void failed(Throwable cause);
    }

    /** What the thread works with. */
    record Parts(
            Disk disk,
            Durability durability,
            Tail tail,
            Progress progress,
            SegmentMaker maker,
            Fence fence,
            FailureAction onFailure,
            Durations batches) {}

    JournalThread(Parts parts, Segment segment) throws IOException {
        this.disk = parts.disk();
        this.forces = parts.durability() == Durability.DISK;
        this.tail = parts.tail();
        this.progress = parts.progress();
        this.maker = parts.maker();
        this.fence = parts.fence();
        this.onFailure = parts.onFailure();
        this.batches = parts.batches();
        this.segment = segment;
        this.file = disk.openToWrite(segment.path());
        this.marked = progress.durable();
    }

    @Override
    public void run() {
        try (var _ = new FileAtTheEnd()) {
            while (!tail.isClosed() && !progress.hasFailed()) {
                work(tail.take(marked < progress.durable() ? MARK_AFTER_MILLIS : LONG_MILLIS));
            }
            finish();
        } catch (IOException | InterruptedException | RuntimeException | Error cause) {
            onFailure.failed(cause);
        }
    }

    private final class FileAtTheEnd implements AutoCloseable {
        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private void work(List<Waiting> batch) throws IOException {
        if (!batch.isEmpty()) {
            commit(batch);
        } else if (marked < progress.durable()) {
            mark(false);
        }
    }

    private void commit(List<Waiting> batch) throws IOException {
        if (!progress.begin()) {
            return;
        }
        long since = System.nanoTime();
        epoch = batch.getLast().epoch();
        fence.requireNotAbove(epoch);
        for (Waiting waiting : batch) {
            put(waiting);
        }
        flush();
        force();
        batches.count(System.nanoTime() - since);
        tail.written(batch);
        fence.requireNotAbove(epoch);
        tail.durable(batch);
        progress.end(batch.getLast().position());
    }

    private void mark(boolean forced) throws IOException {
        Waiting waiting = tail.mark();
        if (waiting == null || !progress.begin()) {
            return;
        }
        fence.requireNotAbove(epoch);
        put(waiting);
        flush();
        if (forced) {
            force();
        }
        marked = progress.durable();
        progress.end();
    }

    private void finish() throws IOException, InterruptedException {
        work(tail.take(0));
        if (marked < progress.durable() && !progress.hasFailed()) {
            mark(true);
        }
    }

    private void put(Waiting waiting) throws IOException {
        if (waiting.segment() != segment.first()) {
            flush();
            force();
            enter();
        }
        byte[] bytes = waiting.bytes().array();
        long offset = waiting.position() - segment.first();
        FrameFormat.seal(bytes, progress.durable());
        if (bytes.length > buffer.remaining()) {
            flush();
        }
        if (buffer.position() == 0) {
            bufferOffset = offset;
        }
        if (bytes.length > buffer.capacity()) {
            file.write(ByteBuffer.wrap(bytes), offset);
        } else {
            buffer.put(bytes);
        }
    }

    private void enter() throws IOException {
        Segment next = maker.take();
        DiskFile nextFile = disk.openToWrite(next.path());
        file.close();
        file = nextFile;
        segment = next;
        maker.prepare(next.end());
    }

    private void flush() throws IOException {
        if (buffer.position() > 0) {
            file.write(buffer.flip(), bufferOffset);
            buffer.clear();
        }
    }

    private void force() throws IOException {
        if (forces) {
            file.force();
        }
    }
}
