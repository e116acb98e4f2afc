package io.sluice.adapter.journal.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The file system of the machine. */
public final class NativeDisk implements Disk {

    @Override
    public DiskFile create(Path file) throws IOException {
        return open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    @Override
    public DiskFile openToWrite(Path file) throws IOException {
        return open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static DiskFile open(Path file, OpenOption... options) throws IOException {
        return new ChannelFile(FileChannel.open(file, options));
    }

    @Override
    public DiskFile openToRead(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new ReadOnlyFile(new RandomAccessFile(file.toFile(), "r"));
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** An interrupt of the thread that uses it closes it: only for threads nobody interrupts. */
    private record ChannelFile(FileChannel channel) implements DiskFile {

        @Override
        public void read(ByteBuffer into, long at) throws IOException {
            long next = at;
            while (into.hasRemaining()) {
                int count = channel.read(into, next);
                if (count < 0) {
                    return;
                }
                next += count;
            }
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            long next = at;
            while (from.hasRemaining()) {
                next += channel.write(from, next);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private record ReadOnlyFile(RandomAccessFile file) implements DiskFile {

        @Override
        public void read(ByteBuffer into, long at) throws IOException {
            synchronized (file) {
                file.seek(at);
                int count = 0;
                while (into.hasRemaining() && count >= 0) {
                    int from = into.arrayOffset() + into.position();
                    count = file.read(into.array(), from, into.remaining());
                    into.position(into.position() + Math.max(count, 0));
                }
            }
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            throw new IOException("The file was opened to be read only");
        }

        @Override
        public void force() throws IOException {
            throw new IOException("The file was opened to be read only");
        }

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
