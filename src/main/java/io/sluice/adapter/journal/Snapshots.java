package io.sluice.adapter.journal;

import io.sluice.adapter.journal.codec.ByteSink;
import io.sluice.adapter.journal.codec.ByteSource;
import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.adapter.journal.codec.SchemaBytes;
import io.sluice.adapter.journal.codec.UnreadableException;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;
import io.sluice.port.Journal.Snapshot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The snapshot files beside the journal. Safe for any thread; one at a time saves. */
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final long MAGIC = 0x534c_5549_4345_5331L;
    private static final int KEPT = 2;
    private static final int CHECKSUM = 8;
    private static final int POSITION = 12;
    private static final int SCHEMA_LENGTH = 20;
    private static final int HEAD_BYTES = 24;
    private static final String NAME = "snapshot-[0-9]{19}\\.sluice";

    private final Disk disk;
    private final Path directory;
    private final RecordCodec codec;

    Snapshots(Disk disk, Path directory, RecordCodec codec) {
        this.disk = disk;
        this.directory = directory;
        this.codec = codec;
    }

    /** The positions of all snapshot files, the newest first. */
    List<Long> positions() throws IOException {
        return disk.list(directory).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches(NAME))
                .map(name -> Long.parseLong(name.substring(9, 28)))
                .sorted((a, b) -> Long.compare(b, a))
                .toList();
    }

    Path file(long position) {
        return directory.resolve("snapshot-%019d.sluice".formatted(position));
    }

    /** Writes the snapshot under another name; {@link #publish} shows it. */
    Path write(Snapshot snapshot) throws IOException {
        Path unfinished = directory.resolve("snapshot.new");
        try (DiskFile out = disk.create(unfinished)) {
            out.write(ByteBuffer.wrap(encode(snapshot)), 0);
            out.force();
        }
        return unfinished;
    }

    /** To be called once the position is durable: nothing is newer than the journal. */
    void publish(Path unfinished, long position) throws IOException {
        disk.rename(unfinished, file(position));
        disk.forceDirectory(directory);
        for (long old : positions().stream().skip(KEPT).toList()) {
            disk.delete(file(old));
        }
    }

    private byte[] encode(Snapshot snapshot) {
        byte[] schema = codec.schema().toArray();
        ByteSink state = new ByteSink();
        codec.write(state, snapshot.state());
        byte[] bytes = state.toBytes(HEAD_BYTES + schema.length);
        ByteBuffer head = ByteBuffer.wrap(bytes);
        head.putLong(MAGIC).putInt(0).putLong(snapshot.position());
        head.putInt(schema.length).put(schema);
        head.putInt(CHECKSUM, FrameFormat.checksum(bytes, 0, bytes.length, CHECKSUM));
        return bytes;
    }

    /** The newest one that can be read. */
    Optional<Snapshot> load() throws IOException {
        for (long position : positions()) {
            try {
                return Optional.of(read(position));
            } catch (UnreadableException cause) {
                LOG.error(
                        "Snapshot {} is passed over, an older one or the journal is used: {}",
                        file(position),
                        cause.getMessage());
            }
        }
        return Optional.empty();
    }

    /** That the file of a position is whole and of that position. */
    void requireSound(long position) throws IOException {
        var _ = soundBytes(position);
    }

    private byte[] soundBytes(long position) throws IOException {
        byte[] bytes = bytes(file(position));
        ByteBuffer head = ByteBuffer.wrap(bytes);
        require(bytes.length >= HEAD_BYTES && head.getLong(0) == MAGIC, "it is no snapshot");
        int sum = FrameFormat.checksum(bytes, 0, bytes.length, CHECKSUM);
        require(head.getInt(CHECKSUM) == sum, "its checksum is wrong");
        require(head.getLong(POSITION) == position, "it says it is of another position");
        return bytes;
    }

    private Snapshot read(long position) throws IOException {
        byte[] bytes = soundBytes(position);
        ByteBuffer head = ByteBuffer.wrap(bytes);
        int schemaBytes = head.getInt(SCHEMA_LENGTH);
        require(schemaBytes >= 0 && schemaBytes <= bytes.length - HEAD_BYTES, "its schema is cut");

        byte[] schema = new byte[schemaBytes];
        head.get(HEAD_BYTES, schema);
        ByteSource in = new ByteSource(bytes, HEAD_BYTES + schemaBytes, bytes.length);
        Record state = codec.decoder(new SchemaBytes(schema)).read(in, Record.class);
        in.requireEnd();
        return new Snapshot(position, state);
    }

    private byte[] bytes(Path path) throws IOException {
        try (DiskFile in = disk.openToRead(path)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(in.size()));
            in.read(bytes, 0);
            return bytes.array();
        }
    }

    private static void require(boolean holds, String problem) throws UnreadableException {
        if (!holds) {
            throw new UnreadableException(problem);
        }
    }
}
