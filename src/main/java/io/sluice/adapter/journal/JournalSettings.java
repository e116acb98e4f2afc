package io.sluice.adapter.journal;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a journal is kept.
 *
 * @param segmentBytes the length of a segment file; what is made already keeps its length
 * @param maxBacklogBytes past this many bytes that are not durable there is no room for orders
 * @param forceStallAfter a batch that takes longer to write and force has failed
 */
public record JournalSettings(
        Path directory,
        Durability durability,
        int segmentBytes,
        long maxBacklogBytes,
        Duration forceStallAfter) {

    private static final int MIN_SEGMENT_BYTES = 64 << 10;
    private static final int MAX_SEGMENT_BYTES = 1 << 30;

    /** What durable means. */
    public enum Durability {
        /** Forced to the disk: survives the death of the machine. */
        DISK,
        /** Given to the operating system: survives the death of the process. */
        PROCESS
    }

    public JournalSettings {
        if (segmentBytes < MIN_SEGMENT_BYTES || segmentBytes > MAX_SEGMENT_BYTES) {
            throw new IllegalArgumentException(
                    "segmentBytes is not between %d and %d: was %d"
                            .formatted(MIN_SEGMENT_BYTES, MAX_SEGMENT_BYTES, segmentBytes));
        }
        if (maxBacklogBytes <= 0) {
            throw new IllegalArgumentException(
                    "maxBacklogBytes is not positive: was " + maxBacklogBytes);
        }
        if (!forceStallAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "forceStallAfter is not positive: was " + forceStallAfter);
        }
    }

    /** The stock settings. */
    public static JournalSettings of(Path directory) {
        return new JournalSettings(
                directory, Durability.DISK, 64 << 20, 16 << 20, Duration.ofSeconds(2));
    }
}
