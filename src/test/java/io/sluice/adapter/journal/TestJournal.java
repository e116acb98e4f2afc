package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;

import io.sluice.adapter.journal.JournalSettings.Durability;
import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.port.Frame;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Journals on a {@link MemoryDisk}, with the smallest segments. */
final class TestJournal {

    static final Path DIRECTORY = Path.of("/journal");
    static final Path FIRST_SEGMENT = DIRECTORY.resolve(Segment.name(0));
    static final int SEGMENT_BYTES = 64 << 10;
    static final RecordCodec CODEC = FileJournal.codec(List.of(State.class));

    /** What the tests keep in snapshots. */
    record State(String text, long count) {}

    static JournalSettings settings(Path directory, Durability durability) {
        return new JournalSettings(
                directory, durability, SEGMENT_BYTES, 1 << 20, Duration.ofSeconds(15));
    }

    static JournalSettings settings() {
        return settings(DIRECTORY, Durability.DISK);
    }

    static FileJournal open(MemoryDisk disk) throws IOException {
        return FileJournal.open(settings(), CODEC, disk);
    }

    static FileJournal started(MemoryDisk disk, RecordingListener listener) throws IOException {
        FileJournal journal = open(disk);
        journal.start(listener);
        return journal;
    }

    /** Appends frames and waits for each, so that each says that the one before was durable. */
    static List<Long> appendOneByOne(
            FileJournal journal, RecordingListener listener, int from, int count) {
        List<Long> positions = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            long position = journal.append(frame(i));
            listener.awaitDurable(position);
            positions.add(position);
        }
        return positions;
    }

    static List<Frame> replay(MemoryDisk disk) throws IOException {
        try (FileJournal journal = open(disk)) {
            return replay(journal);
        }
    }

    static List<Frame> replay(FileJournal journal) throws IOException {
        List<Frame> frames = new ArrayList<>();
        journal.replay(0, (_, frame) -> frames.add(frame));
        return frames;
    }

    private TestJournal() {}
}
