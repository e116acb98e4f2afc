package io.sluice.adapter.journal;

import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.adapter.journal.codec.UnreadableException;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a backup while they are written. For one thread. */
final class BackupCopy {

    private static final Logger LOG = LoggerFactory.getLogger(BackupCopy.class);
    private static final int STEP_BYTES = 256 << 10;

    private final Disk disk;
    private final Path from;
    private final Path to;
    private final RecordCodec codec = FileJournal.codec(List.of());

    BackupCopy(Disk disk, Path from, Path to) {
        this.disk = disk;
        this.from = from;
        this.to = to;
    }

    /** What an attempt before this one has left is in the way. */
    void begin() throws IOException {
        Path archive = to.resolve(Segments.ARCHIVE);
        disk.makeDirectory(to);
        disk.makeDirectory(archive);
        for (Path folder : List.of(archive, to)) {
            for (Path file : disk.list(folder)) {
                if (!file.equals(archive)) {
                    disk.delete(file);
                }
            }
        }
    }

    /**
     * Copies those of the snapshots that are there and sound.
     *
     * @throws NoSuchFileException when newer ones took the place of all of them meanwhile
     */
    List<Long> snapshots(List<Long> positions) throws IOException {
        Snapshots originals = new Snapshots(disk, from, codec);
        Snapshots copies = new Snapshots(disk, to, codec);
        List<Long> copied = new ArrayList<>();
        List<Long> gone = new ArrayList<>();
        for (long position : positions) {
            try {
                originals.requireSound(position);
                whole(originals.file(position), copies.file(position));
                copied.add(position);
            } catch (UnreadableException cause) {
                LOG.warn(
                        "The snapshot at position {} is left out: {}",
                        position,
                        cause.getMessage());
            } catch (NoSuchFileException _) {
                gone.add(position);
                disk.delete(copies.file(position));
            }
        }
        if (copied.isEmpty() && !gone.isEmpty()) {
            throw new NoSuchFileException(originals.file(gone.getFirst()).toString());
        }
        return copied;
    }

    /**
     * Copies a segment up to an offset; zeros follow, as in any segment that is not full.
     *
     * @param isArchived whether it lies in the archive, and is to lie there again
     */
    void segment(Segment segment, boolean isArchived, long offset) throws IOException {
        Path folder = isArchived ? to.resolve(Segments.ARCHIVE) : to;
        long size = segment.end() - segment.first();
        try (DiskFile in = segment.openToRead(disk);
                DiskFile out = disk.create(folder.resolve(Segment.name(segment.first())))) {
            copy(in, out, offset);
            zeros(out, offset, size);
            out.force();
        }
    }

    private void whole(Path original, Path copy) throws IOException {
        try (DiskFile in = disk.openToRead(original);
                DiskFile out = disk.create(copy)) {
            copy(in, out, in.size());
            out.force();
        }
    }

    private static void copy(DiskFile in, DiskFile out, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(STEP_BYTES);
        for (long at = 0; at < length; at += STEP_BYTES) {
            bytes.clear().limit((int) Math.min(STEP_BYTES, length - at));
            in.read(bytes, at);
            if (bytes.hasRemaining()) {
                throw new IOException("A file ended at %d of %d".formatted(at, length));
            }
            out.write(bytes.flip(), at);
        }
    }

    private static void zeros(DiskFile out, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(STEP_BYTES);
        for (long at = from; at < to; at += STEP_BYTES) {
            bytes.clear().limit((int) Math.min(STEP_BYTES, to - at));
            out.write(bytes, at);
        }
    }

    /** The original may go on after the copy: what the copy must know of that. */
    void finish(long epoch, long end) throws IOException {
        new Epochs(disk, to).keep(epoch);
        try (FailedMark mark = FailedMark.open(disk, to)) {
            mark.note(
                    "A backup that ends with position "
                            + end
                            + ": FIX numbers after it may have been used");
        }
        disk.forceDirectory(to.resolve(Segments.ARCHIVE));
        disk.forceDirectory(to);
    }
}
