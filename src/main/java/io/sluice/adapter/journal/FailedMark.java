package io.sluice.adapter.journal;

import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file of one block, made when the journal is opened, that takes the news of a failure even when
 * the disk is full. Safe for any thread.
 */
final class FailedMark implements AutoCloseable {

    private static final int BLOCK_BYTES = 4 << 10;

    private final DiskFile file;
    private volatile String lastFailure;

    private FailedMark(DiskFile file, String lastFailure) {
        this.file = file;
        this.lastFailure = lastFailure;
    }

    static FailedMark open(Disk disk, Path directory) throws IOException {
        Path path = directory.resolve("failed.mark");
        if (!disk.exists(path)) {
            FailedMark made = new FailedMark(disk.create(path), "");
            made.write("");
            disk.forceDirectory(directory);
            return made;
        }
        DiskFile file = disk.openToWrite(path);
        ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
        file.read(block, 0);
        String text = new String(block.array(), StandardCharsets.ISO_8859_1);
        return new FailedMark(file, text.replace("\0", "").strip());
    }

    /** How the last failure was described; empty when there is none. */
    String lastFailure() {
        return lastFailure;
    }

    void set(Throwable cause) throws IOException {
        write("The journal failed: " + cause);
    }

    /** What a start must treat like a failure: numbers were used that the journal does not know. */
    void note(String text) throws IOException {
        write(text);
    }

    void clear() throws IOException {
        write("");
    }

    private synchronized void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        file.write(ByteBuffer.wrap(Arrays.copyOf(bytes, BLOCK_BYTES)), 0);
        file.force();
        lastFailure = text;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
