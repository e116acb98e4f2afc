package io.sluice.adapter.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks whether another router has raised the epoch of the data directory. The epoch file is
 * replaced whenever it changes, so it is read again only when it is another file. For one thread.
 */
final class Fence {

    private final Epochs epochs;
    private Optional<Seen> seen = Optional.empty();
    private long epoch;

    /** The file that was read last. */
    private record Seen(Object key, FileTime modifiedAt) {}

    Fence(Epochs epochs) {
        this.epochs = epochs;
    }

    void requireNotAbove(long ours) throws IOException {
        Optional<Seen> now = look(epochs.file());
        if (now.isPresent() && !now.equals(seen)) {
            epoch = epochs.current();
        }
        seen = now;
        if (epoch > ours) {
            throw new FencedException(
                    "Another router has taken over %s: its epoch is %d and ours is %d"
                            .formatted(epochs.file().getParent(), epoch, ours));
        }
    }

    private static Optional<Seen> look(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(
                    new Seen(
                            Objects.requireNonNullElse(now.fileKey(), file),
                            now.lastModifiedTime()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
