package io.sluice.simulator.dropcopy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The FIX store of the reader, and whether its sequence numbers are lost and have to begin anew. A
 * mark beside the store keeps that until a logon has done it, whatever kills the reader meanwhile.
 * Safe for any thread.
 */
final class Numbering {

    private final Path store;
    private final Path mark;

    private Numbering(Path directory) {
        this.store = directory.resolve("fix");
        this.mark = directory.resolve("reset.pending");
    }

    /** Numbers that are not there cannot be gone on with: a new directory begins anew, too. */
    static Numbering open(Path directory, boolean forget) throws IOException {
        Numbering numbering = new Numbering(directory);
        Files.createDirectories(directory);
        if (forget || numbering.isResetPending() || numbering.isStoreEmpty()) {
            numbering.forget();
        }
        return numbering;
    }

    Path store() {
        return store;
    }

    boolean isResetPending() {
        return Files.exists(mark);
    }

    void resetDone() throws IOException {
        Files.deleteIfExists(mark);
    }

    private void forget() throws IOException {
        Files.writeString(mark, "");
        for (Path file : stored()) {
            Files.delete(file);
        }
    }

    private boolean isStoreEmpty() throws IOException {
        return stored().isEmpty();
    }

    private List<Path> stored() throws IOException {
        if (!Files.isDirectory(store)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(store)) {
            return files.toList();
        }
    }
}
