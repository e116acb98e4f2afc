package io.sluice.adapter.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a data directory, held by one router at a time and lost when its process ends.
 * Safe for any thread.
 */
public final class DataLock implements AutoCloseable {

    /**
     * Those that this process holds. The operating system gives a file's lock up when the process
     * closes any channel of that file, so a second attempt must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;
    private final FileLock lock;

    private DataLock(Path directory, FileChannel channel, FileLock lock) {
        this.directory = directory;
        this.channel = channel;
        this.lock = lock;
    }

    /** Fails at once when another router holds it, and says which. */
    public static DataLock acquire(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path real = directory.toRealPath();
        if (!HELD.add(real)) {
            throw heldBy(directory, Long.toString(ProcessHandle.current().pid()));
        }
        boolean isOurs = false;
        try {
            DataLock lock = lock(directory, real);
            isOurs = true;
            return lock;
        } finally {
            if (!isOurs) {
                HELD.remove(real);
            }
        }
    }

    private static DataLock lock(Path directory, Path real) throws IOException {
        Path file = real.resolve("sluice.lock");
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw heldBy(directory, Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        }
        String pid = ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.ISO_8859_1)), 0);
        return new DataLock(real, channel, lock);
    }

    private static IOException heldBy(Path directory, String pid) {
        return new IOException(
                "Another router runs on the data directory "
                        + directory
                        + ": process "
                        + (pid.isEmpty() ? "unknown" : pid));
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
        HELD.remove(directory);
    }
}
