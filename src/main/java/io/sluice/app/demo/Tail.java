package io.sluice.app.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The lines of a growing file, each once, as soon as it is whole. Single-threaded. */
final class Tail {

    private final Path file;
    private long read;

    Tail(Path file) {
        this.file = file;
    }

    List<String> newLines() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(read);
            byte[] bytes = new byte[(int) Math.min(in.length() - read, 1 << 20)];
            in.readFully(bytes);
            int whole = bytes.length;
            while (whole > 0 && bytes[whole - 1] != '\n') {
                whole--;
            }
            read += whole;
            return new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
