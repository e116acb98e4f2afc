package io.sluice.adapter.journal;

import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.DiskFile;
import io.sluice.adapter.journal.disk.NativeDisk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The numbers of a data directory's runs, each higher than all before it. The file {@code epoch}
 * holds the last one; to raise it while a router runs is to take over from that router.
 */
public final class Epochs {

    private final Disk disk;
    private final Path directory;

    public Epochs(Path directory) {
        this(new NativeDisk(), directory);
    }

    Epochs(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    Path file() {
        return directory.resolve("epoch");
    }

    /** The last epoch; 0 in a new data directory. */
    public long current() throws IOException {
        Path file = file();
        if (!disk.exists(file)) {
            return 0;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!text.matches("[0-9]{1,18}")) {
            throw new IOException("The epoch in " + file + " is no number: was \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    /**
     * Begins the next epoch: the time in seconds, or one more than the last if that is higher. Were
     * it one more always, two routers that start from one backup would make the same ids. Durable.
     */
    public long raise(Instant now) throws IOException {
        long next = Math.max(current() + 1, now.getEpochSecond());
        keep(next);
        return next;
    }

    /** Makes it the last one. Durable. */
    void keep(long next) throws IOException {
        disk.makeDirectory(directory);
        Path unfinished = directory.resolve("epoch.new");
        try (DiskFile file = disk.create(unfinished)) {
            byte[] text = (next + "\n").getBytes(StandardCharsets.ISO_8859_1);
            file.write(ByteBuffer.wrap(text), 0);
            file.force();
        }
        disk.rename(unfinished, file());
        disk.forceDirectory(directory);
    }
}
