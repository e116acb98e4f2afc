package io.sluice.adapter.journal;

import io.sluice.adapter.journal.codec.SchemaBytes;
import io.sluice.adapter.journal.disk.DiskFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The beginning of a segment file.
 *
 * @param firstPosition the position of the file's first byte
 * @param segmentBytes the length of the file
 * @param schema what the entries in it were written by
 */
record SegmentHeader(long firstPosition, long segmentBytes, SchemaBytes schema) {

    private static final long MAGIC = 0x534c_5549_4345_4a31L;
    private static final int FORMAT = 1;
    private static final int CHECKSUM = 12;
    private static final int SCHEMA = 36;
    private static final int MAX_SCHEMA_BYTES = 4 << 20;

    /** Where the first frame stands. */
    static int dataStart(SchemaBytes schema) {
        return dataStart(schema.length());
    }

    private static int dataStart(int schemaBytes) {
        return (SCHEMA + schemaBytes + 7) & ~7;
    }

    byte[] toBytes() {
        byte[] bytes = new byte[dataStart(schema)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.putLong(MAGIC).putInt(FORMAT).putInt(0);
        buffer.putLong(firstPosition).putLong(segmentBytes).putInt(schema.length());
        buffer.put(schema.toArray());
        buffer.putInt(CHECKSUM, FrameFormat.checksum(bytes, 0, bytes.length, CHECKSUM));
        return bytes;
    }

    static SegmentHeader read(DiskFile file, Path path) throws IOException {
        ByteBuffer fixed = ByteBuffer.allocate(SCHEMA);
        file.read(fixed, 0);
        require(!fixed.hasRemaining(), path, "is too short");
        require(fixed.getLong(0) == MAGIC, path, "is no journal segment");
        int format = fixed.getInt(8);
        require(format == FORMAT, path, "has the unknown format " + format);
        int schemaBytes = fixed.getInt(32);
        require(
                schemaBytes >= 0 && schemaBytes <= MAX_SCHEMA_BYTES,
                path,
                "is damaged: the length of its schema was " + schemaBytes);

        ByteBuffer all = ByteBuffer.allocate(dataStart(schemaBytes));
        file.read(all, 0);
        require(!all.hasRemaining(), path, "is too short");
        int sum = FrameFormat.checksum(all.array(), 0, all.capacity(), CHECKSUM);
        require(all.getInt(CHECKSUM) == sum, path, "is damaged: its checksum is wrong");
        byte[] schema = new byte[schemaBytes];
        all.get(SCHEMA, schema);
        return new SegmentHeader(all.getLong(16), all.getLong(24), new SchemaBytes(schema));
    }

    private static void require(boolean holds, Path path, String problem)
            throws DamagedJournalException {
        if (!holds) {
            throw new DamagedJournalException("The header of segment " + path + " " + problem);
        }
    }
}
