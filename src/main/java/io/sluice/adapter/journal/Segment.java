package io.sluice.adapter.journal;

import io.sluice.adapter.journal.codec.ByteSource;
import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.adapter.journal.codec.RecordDecoder;
import io.sluice.adapter.journal.codec.SchemaBytes;
import io.sluice.adapter.journal.codec.UnreadableException;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;
import io.sluice.port.Frame;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * One file of the journal, and how to decode what stands in it.
 *
 * @param first the position of the file's first byte
 * @param end the position of the next segment's first byte
 * @param dataStart the offset of the first frame
 */
record Segment(
        Path path, long first, long end, int dataStart, SchemaBytes schema, RecordDecoder decoder) {

    private static final String PREFIX = "journal-";
    private static final String SUFFIX = ".sluice";

    static String name(long first) {
        return PREFIX + "%019d".formatted(first) + SUFFIX;
    }

    static boolean isSegment(Path file) {
        return file.getFileName().toString().matches(PREFIX + "[0-9]{19}" + SUFFIX);
    }

    static Segment open(Disk disk, Path path, RecordCodec codec) throws IOException {
        try (DiskFile file = disk.openToRead(path)) {
            SegmentHeader header = SegmentHeader.read(file, path);
            if (!path.endsWith(name(header.firstPosition()))) {
                throw new DamagedJournalException(
                        "Segment %s says that it begins at position %d"
                                .formatted(path, header.firstPosition()));
            }
            if (file.size() != header.segmentBytes()) {
                throw new DamagedJournalException(
                        "Segment %s was made with %d bytes and has %d now"
                                .formatted(path, header.segmentBytes(), file.size()));
            }
            return of(path, header, codec);
        }
    }

    static Segment of(Path path, SegmentHeader header, RecordCodec codec) throws IOException {
        try {
            return new Segment(
                    path,
                    header.firstPosition(),
                    header.firstPosition() + header.segmentBytes(),
                    SegmentHeader.dataStart(header.schema()),
                    header.schema(),
                    codec.decoder(header.schema()));
        } catch (UnreadableException cause) {
            throw new DamagedJournalException("The schema of segment " + path, cause);
        }
    }

    boolean isWrittenBy(SchemaBytes otherSchema) {
        return schema.equals(otherSchema);
    }

    /** Its file, also when a router has moved it to the archive since. */
    DiskFile openToRead(Disk disk) throws IOException {
        try {
            return disk.openToRead(path);
        } catch (NoSuchFileException moved) {
            Path archived = path.resolveSibling(Segments.ARCHIVE).resolve(path.getFileName());
            if (!disk.exists(archived)) {
                throw moved;
            }
            return disk.openToRead(archived);
        }
    }

    boolean isNamedAs(Path file) {
        return path.getFileName().equals(file.getFileName());
    }

    Segment movedTo(Path newPath) {
        return new Segment(newPath, first, end, dataStart, schema, decoder);
    }

    /** The frame that stands at {@code from} in the bytes. */
    Frame decode(FrameFormat.Head head, byte[] bytes, int from) throws IOException {
        ByteSource in = new ByteSource(bytes, from + FrameFormat.HEAD_BYTES, from + head.length());
        try {
            Frame frame =
                    new Frame(head.epoch(), head.at(), decoder.readAll(in, Frame.Entry.class));
            in.requireEnd();
            return frame;
        } catch (UnreadableException cause) {
            throw new UnreadableException(
                    "The frame at position %d in %s cannot be decoded: %s"
                            .formatted(head.position(), path, cause.getMessage()),
                    cause);
        }
    }
}
