package io.sluice.adapter.journal;

import io.sluice.adapter.journal.codec.SchemaBytes;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings the segments of the run before into a state that can be appended to. */
final class Recovery {

    private static final int STEP_BYTES = 256 << 10;

    private final Disk disk;
    private final Path directory;
    private final Segments segments;

    /** Where to go on. */
    record Recovered(Scan.Result end, Optional<TailCut> cut) {}

    Recovery(Disk disk, Path directory, Segments segments) {
        this.disk = disk;
        this.directory = directory;
        this.segments = segments;
    }

    /**
     * Checks every frame; cuts what was not finished, and refuses when that was durable.
     *
     * @param snapshot the position of the newest snapshot, 0 when there is none: it was durable
     */
    Recovered run(long snapshot) throws IOException {
        segments.requireUnbroken();
        Scan.Result end = Scan.of(disk, segments.live(), (_, _) -> {});
        requireNothingLost(end, snapshot);
        Optional<TailCut> cut = Optional.empty();
        if (end.rest() > 0) {
            cut(end);
            cut = Optional.of(new TailCut(end.position(), end.rest(), end.why()));
        }
        return new Recovered(end, cut);
    }

    private static void requireNothingLost(Scan.Result end, long snapshot)
            throws DamagedJournalException {
        long mark = Math.max(end.mark(), snapshot);
        if (end.hasLostDurable() || snapshot > end.chain().last()) {
            throw new DamagedJournalException(describe(end, mark));
        }
    }

    static String describe(Scan.Result end, long mark) {
        return ("The journal is damaged at position %d (segment %s, offset %d): %s;"
                        + " position %d was durable already")
                .formatted(
                        end.position(),
                        end.segment().path(),
                        end.offset(),
                        end.why().isEmpty() ? "frames are missing" : end.why(),
                        mark);
    }

    /** From the back, so that a crash on the way leaves a tail to cut again, and no hole. */
    private void cut(Scan.Result end) throws IOException {
        List<Segment> live = segments.live();
        for (Segment segment : live.reversed()) {
            if (segment.first() > end.segment().first()) {
                drop(segment);
            }
        }
        zero(end.segment(), end.offset());
    }

    void drop(Segment segment) throws IOException {
        disk.delete(segment.path());
        disk.forceDirectory(directory);
        segments.remove(segment);
    }

    /** The last bytes first, for the same reason. */
    private void zero(Segment segment, long offset) throws IOException {
        try (DiskFile file = disk.openToWrite(segment.path())) {
            long size = segment.end() - segment.first();
            ByteBuffer zeros = ByteBuffer.allocate(STEP_BYTES);
            for (long to = size; to > offset; to -= STEP_BYTES) {
                long from = Math.max(offset, to - STEP_BYTES);
                zeros.clear().limit((int) (to - from));
                file.write(zeros, from);
            }
            file.force();
        }
    }

    /**
     * Puts a copy in the segment's place. After a failed force the operating system may show bytes
     * that are not on the disk and never will be; those of a new file are.
     */
    void replaceByCopy(Segment segment) throws IOException {
        Path copy = segment.path().resolveSibling(segment.path().getFileName() + ".new");
        try (DiskFile from = disk.openToRead(segment.path());
                DiskFile to = disk.create(copy)) {
            ByteBuffer bytes = ByteBuffer.allocate(STEP_BYTES);
            for (long at = 0; at < from.size(); at += STEP_BYTES) {
                bytes.clear().limit((int) Math.min(STEP_BYTES, from.size() - at));
                from.read(bytes, at);
                to.write(bytes.flip(), at);
            }
            to.force();
        }
        disk.rename(copy, segment.path());
        disk.forceDirectory(directory);
    }

    /** What the last run wrote and did not live to force. */
    void force(Segment segment) throws IOException {
        try (DiskFile file = disk.openToWrite(segment.path())) {
            file.force();
        }
    }

    /** Drops what was made ahead, but for a clean segment of the same kind that comes next. */
    void dropUnusable(Segment current, SchemaBytes schema, int segmentBytes) throws IOException {
        for (Segment segment : segments.live().reversed()) {
            boolean isNext =
                    segment.first() == current.end()
                            && segment.end() - segment.first() == segmentBytes
                            && segment.isWrittenBy(schema);
            if (segment.first() > current.first() && !isNext) {
                drop(segment);
            }
        }
    }
}
