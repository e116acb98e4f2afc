package io.sluice.endtoend;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Waits for words that a process appends to a file from now on. Single-threaded. */
final class LedgerWatch {

    private static final int LONGEST_LOOK = 4 << 20;

    private final Path file;
    private long seen;

    private LedgerWatch(Path file, long seen) {
        this.file = file;
        this.seen = seen;
    }

    /** From the present end of the file on; it need not be there yet. */
    static LedgerWatch fromNow(Path file) {
        return new LedgerWatch(file, file.toFile().length());
    }

    /** Whether a whole line with the words has come since the last look. */
    boolean sees(String words) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(seen);
            byte[] bytes = new byte[(int) Math.min(in.length() - seen, LONGEST_LOOK)];
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int whole = text.lastIndexOf('\n') + 1;
            seen += whole;
            return text.substring(0, whole).contains(words);
        }
    }
}
