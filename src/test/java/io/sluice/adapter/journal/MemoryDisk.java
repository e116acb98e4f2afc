package io.sluice.adapter.journal;

import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * A disk that forgets what was not forced when it crashes, fails when it is told to, and remembers
 * what was done to it. Safe for any thread.
 */
final class MemoryDisk implements Disk {

    private static final int SECTOR_BYTES = 512;

    private final Map<Path, Content> names = new TreeMap<>();
    private final Map<Path, Content> durableNames = new TreeMap<>();
    private final List<String> log = new ArrayList<>();
    private Predicate<String> fails = _ -> false;
    private Predicate<String> stalls = _ -> false;
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private int changes;
    private long freeBytes = Long.MAX_VALUE;

    /** A file's bytes, now and as they were forced. */
    private static final class Content {
        private byte[] now = new byte[0];
        private byte[] forced = new byte[0];
    }

    /** Lets every change fail of which this says so; asked with the act and the file's name. */
    synchronized void failWhen(Predicate<String> predicate) {
        fails = predicate;
    }

    /** Lets the n-th change from now on fail, and all after it when {@code forEver}. */
    synchronized void failAtChange(int n, boolean forEver) {
        int at = changes + n;
        fails = _ -> forEver ? changes >= at : changes == at;
    }

    synchronized void stallWhen(Predicate<String> predicate) {
        stalls = predicate;
    }

    /** Waits until an operation stalls. */
    void awaitStall() {
        try {
            stalled.await();
        } catch (InterruptedException cause) {
            throw new AssertionError("Interrupted", cause);
        }
    }

    /** Lets what stalled go on. */
    void release() {
        released.countDown();
    }

    /** Lets files grow by this much, all together. */
    synchronized void leaveFree(long bytes) {
        freeBytes = bytes;
    }

    synchronized int changes() {
        return changes;
    }

    /** Every change so far: the act, a blank and the file's name. */
    synchronized List<String> log() {
        return List.copyOf(log);
    }

    synchronized void note(String what) {
        log.add(what);
    }

    synchronized byte[] bytes(Path file) {
        return content(file).now.clone();
    }

    synchronized void replace(Path file, byte[] bytes) {
        Content content = new Content();
        content.now = bytes.clone();
        content.forced = bytes.clone();
        names.put(file, content);
        durableNames.put(file, content);
    }

    /** The same files, apart from this disk. */
    synchronized MemoryDisk copy() {
        MemoryDisk copy = new MemoryDisk();
        names.forEach((file, content) -> copy.replace(file, content.now));
        return copy;
    }

    /** What the machine finds after it died: forced bytes, and any of the other sectors. */
    synchronized MemoryDisk afterCrash(Random random) {
        MemoryDisk after = new MemoryDisk();
        Map<Path, Content> found = new TreeMap<>(durableNames);
        for (Map.Entry<Path, Content> entry : names.entrySet()) {
            if (!durableNames.containsKey(entry.getKey()) && random.nextBoolean()) {
                found.put(entry.getKey(), entry.getValue());
            }
        }
        found.forEach((file, content) -> after.replace(file, survived(content, random)));
        return after;
    }

    private static byte[] survived(Content content, Random random) {
        byte[] bytes = Arrays.copyOf(content.forced, content.now.length);
        for (int at = 0; at < bytes.length; at += SECTOR_BYTES) {
            int end = Math.min(at + SECTOR_BYTES, bytes.length);
            boolean differs = !Arrays.equals(bytes, at, end, content.now, at, end);
            if (differs && random.nextBoolean()) {
                System.arraycopy(content.now, at, bytes, at, end - at);
            }
        }
        return bytes;
    }

    private Content content(Path file) {
        return Objects.requireNonNull(names.get(file), file.toString());
    }

    private void change(String act, Path file) throws IOException {
        String what = act + " " + file.getFileName();
        boolean isStalled;
        synchronized (this) {
            changes++;
            log.add(what);
            if (fails.test(what)) {
                throw new IOException("Input/output error: " + what);
            }
            isStalled = stalls.test(what);
        }
        if (isStalled) {
            stalled.countDown();
            try {
                released.await();
            } catch (InterruptedException cause) {
                throw new AssertionError("Interrupted", cause);
            }
        }
    }

    @Override
    public DiskFile create(Path file) throws IOException {
        change("create", file);
        Content content = new Content();
        synchronized (this) {
            names.put(file, content);
        }
        return new OpenFile(file, content);
    }

    @Override
    public DiskFile openToWrite(Path file) throws IOException {
        return openToRead(file);
    }

    @Override
    public synchronized DiskFile openToRead(Path file) throws IOException {
        Content content = names.get(file);
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return new OpenFile(file, content);
    }

    @Override
    public synchronized boolean exists(Path file) {
        return names.containsKey(file)
                || names.keySet().stream().anyMatch(it -> it.startsWith(file));
    }

    @Override
    public synchronized List<Path> list(Path directory) {
        return names.keySet().stream().filter(it -> directory.equals(it.getParent())).toList();
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        change("mkdir", directory);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        change("rename", to);
        synchronized (this) {
            names.put(to, content(from));
            names.remove(from);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        change("delete", file);
        synchronized (this) {
            Content content = names.remove(file);
            if (content != null && freeBytes < Long.MAX_VALUE) {
                freeBytes += content.now.length;
            }
        }
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        change("forceDirectory", directory);
        synchronized (this) {
            durableNames.keySet().removeIf(it -> directory.equals(it.getParent()));
            list(directory).forEach(file -> durableNames.put(file, content(file)));
        }
    }

    private final class OpenFile implements DiskFile {

        private final Path path;
        private final Content content;

        OpenFile(Path path, Content content) {
            this.path = path;
            this.content = content;
        }

        @Override
        public void read(ByteBuffer into, long at) {
            synchronized (MemoryDisk.this) {
                int count = Math.min(into.remaining(), content.now.length - (int) at);
                if (count > 0) {
                    into.put(content.now, (int) at, count);
                }
            }
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            change("write", path);
            synchronized (MemoryDisk.this) {
                int end = (int) at + from.remaining();
                if (end > content.now.length) {
                    grow(end);
                }
                from.get(content.now, (int) at, from.remaining());
            }
        }

        private void grow(int length) throws IOException {
            freeBytes -= length - content.now.length;
            if (freeBytes < 0) {
                freeBytes += length - content.now.length;
                throw new IOException("No space left on device: write " + path);
            }
            content.now = Arrays.copyOf(content.now, length);
        }

        @Override
        public void force() throws IOException {
            change("force", path);
            synchronized (MemoryDisk.this) {
                content.forced = content.now.clone();
            }
        }

        @Override
        public long size() {
            synchronized (MemoryDisk.this) {
                return content.now.length;
            }
        }

        @Override
        public void close() {}
    }
}
