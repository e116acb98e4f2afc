package io.sluice.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a simulator holds to be true, as JSON lines in a file that only one process may write.
 *
 * <p>Thread-safe. What was appended is with the operating system when the call returns, so it
 * survives the death of the process.
 */
public final class Ledger implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final FileOutputStream out;
    private final FileChannel lock;

    private Ledger(Path file, FileOutputStream out, FileChannel lock) {
        this.file = file;
        this.out = out;
        this.lock = lock;
    }

    /** Opens the file, making it and its folder when missing; refuses one that is in use. */
    public static Ledger open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel lock = lock(file);
        cutUnfinishedLine(file);
        return new Ledger(file, new FileOutputStream(file.toFile(), true), lock);
    }

    /** Appends one line; the keys keep their order. */
    public void append(Map<String, ?> line) {
        append(List.of(line));
    }

    /** Appends the lines in one write. */
    public synchronized void append(List<? extends Map<String, ?>> lines) {
        StringBuilder text = new StringBuilder();
        for (Map<String, ?> line : lines) {
            text.append(JSON.writeValueAsString(line)).append('\n');
        }
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to append to the ledger " + file, e);
        }
    }

    /** Gives every line of the file, in order; a file that is missing has none. */
    public static void read(Path file, Consumer<JsonNode> reader) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(JSON.readTree(line));
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        lock.close();
    }

    /** A file of its own is locked: closing any reader of the ledger would end a lock on it. */
    private static FileChannel lock(Path file) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel lock =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(lock)) {
            lock.close();
            throw new IOException("Ledger is in use by another simulator: " + file);
        }
        return lock;
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** A line without its end was never answered: the process died while writing it. */
    private static void cutUnfinishedLine(Path file) throws IOException {
        try (RandomAccessFile text = new RandomAccessFile(file.toFile(), "rw")) {
            long end = text.length();
            while (end > 0 && byteAt(text, end - 1) != '\n') {
                end--;
            }
            if (end < text.length()) {
                text.setLength(end);
            }
        }
    }

    private static int byteAt(RandomAccessFile text, long position) throws IOException {
        text.seek(position);
        return text.read();
    }
}
