package io.sluice.adapter.journal;

import io.sluice.adapter.journal.FrameFormat.Head;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;
import io.sluice.port.Frame;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A segment seen through a buffer that slides over it. For one thread. */
final class Window implements AutoCloseable {

    private static final int STEP_BYTES = 256 << 10;

    private final Segment segment;
    private final DiskFile file;
    private final long size;
    private byte[] bytes = new byte[STEP_BYTES];
    private long from;
    private int filled;

    /** What stands at an offset. */
    sealed interface Found {}

    /** A frame whose checksum is right, at an index of the buffer until the next look. */
    record Whole(Head head, int index) implements Found {}

    /** Nothing was written here, or what was is gone. */
    record Nothing() implements Found {}

    record Damage(String why) implements Found {}

    private static final Nothing NOTHING = new Nothing();

    Window(Disk disk, Segment segment) throws IOException {
        this.segment = segment;
        this.size = segment.end() - segment.first();
        this.file = segment.openToRead(disk);
    }

    Segment segment() {
        return segment;
    }

    /** Reads again from the file: it may have been written since. */
    void forget() {
        filled = 0;
    }

    /** Whether a position is in what was read last, or so soon behind it that sliding is cheap. */
    boolean isNear(long position) {
        long offset = position - segment.first();
        return offset >= from && offset < Math.min(from + filled + STEP_BYTES, size);
    }

    Found look(long offset) throws IOException {
        if (size - offset < FrameFormat.HEAD_BYTES) {
            return NOTHING;
        }
        int length = FrameFormat.length(bytes, show(offset, FrameFormat.HEAD_BYTES));
        if (length == 0) {
            return NOTHING;
        }
        if (length < FrameFormat.HEAD_BYTES
                || length > FrameFormat.MAX_BYTES
                || length > size - offset) {
            return new Damage("its length was " + length);
        }
        int index = show(offset, length);
        long position = FrameFormat.position(bytes, index);
        if (position != segment.first() + offset) {
            return new Damage("its position was " + position);
        }
        if (!FrameFormat.isIntact(bytes, index, length)) {
            return new Damage("its checksum is wrong");
        }
        return new Whole(FrameFormat.head(bytes, index), index);
    }

    /** What was just found. */
    Frame decode(Whole whole) throws IOException {
        return segment.decode(whole.head(), bytes, whole.index());
    }

    /** Whether a frame may begin here: it would know its own position. */
    boolean knowsItsPosition(long offset) throws IOException {
        return size - offset >= FrameFormat.HEAD_BYTES
                && FrameFormat.position(bytes, show(offset, FrameFormat.HEAD_BYTES))
                        == segment.first() + offset;
    }

    /** The offset after the last byte that is not zero, at or after the given one, or that. */
    long endOfBytes(long offset) throws IOException {
        long end = offset;
        for (long at = offset; at < size; at += STEP_BYTES) {
            int count = (int) Math.min(STEP_BYTES, size - at);
            int index = show(at, count);
            int last = count - 1;
            while (last >= 0 && bytes[index + last] == 0) {
                last--;
            }
            end = last >= 0 ? at + last + 1 : end;
        }
        return end;
    }

    /** Where in the buffer the bytes from an offset on are; reads them when they are not. */
    private int show(long offset, int length) throws IOException {
        if (offset >= from && offset + length <= from + filled) {
            return (int) (offset - from);
        }
        if (length > bytes.length) {
            bytes = new byte[length];
        }
        int wanted = (int) Math.min(bytes.length, size - offset);
        ByteBuffer into = ByteBuffer.wrap(bytes, 0, wanted);
        filled = 0;
        file.read(into, offset);
        if (into.hasRemaining()) {
            throw new DamagedJournalException(
                    "Segment %s ends at offset %d of %d"
                            .formatted(segment.path(), offset + into.position(), size));
        }
        from = offset;
        filled = wanted;
        return 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
