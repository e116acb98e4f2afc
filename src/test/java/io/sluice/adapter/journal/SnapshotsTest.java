package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;
import static io.sluice.adapter.journal.TestJournal.DIRECTORY;
import static io.sluice.adapter.journal.TestJournal.FIRST_SEGMENT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.journal.TestJournal.State;
import io.sluice.port.Journal.Snapshot;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class SnapshotsTest {

    private final MemoryDisk disk = new MemoryDisk();
    private final RecordingListener listener = new RecordingListener();
    private final List<Snapshot> saved = new ArrayList<>();

    @Test
    void theNewestSnapshotIsLoaded() throws IOException {
        save(1);

        try (FileJournal journal = TestJournal.open(disk)) {
            assertThat(journal.loadSnapshot()).contains(saved.getLast());
        }
    }

    @Test
    void theLastTwoAreKept() throws IOException {
        save(5);

        assertThat(files()).containsExactly(file(saved.get(3)), file(saved.get(4)));
    }

    @Test
    void aSnapshotWithAnyByteDamagedFallsBackToTheOneBefore() throws IOException {
        save(2);
        Path newest = file(saved.getLast());
        byte[] bytes = disk.bytes(newest);
        for (int at = 0; at < bytes.length; at += 97) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            disk.replace(newest, damaged);

            assertThat(snapshots().load()).as("byte %d", at).contains(saved.getFirst());
        }
    }

    @Test
    void aTruncatedSnapshotFallsBackToo() throws IOException {
        save(2);
        Path newest = file(saved.getLast());
        byte[] bytes = disk.bytes(newest);
        for (int length = 0; length < bytes.length; length += 89) {
            disk.replace(newest, Arrays.copyOf(bytes, length));

            assertThat(snapshots().load()).as("length %d", length).contains(saved.getFirst());
        }
    }

    @Test
    void aSnapshotIsNotShownBeforeItsFrameIsDurable() throws IOException {
        disk.stallWhen(act -> act.equals("force " + FIRST_SEGMENT.getFileName()));
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            long position = journal.append(frame(1));
            disk.awaitStall();
            journal.save(new Snapshot(position, new State("early", 1)));
            Await.until("it is written", () -> disk.log().contains("force snapshot.new"));
            assertThat(files()).isEmpty();

            disk.release();

            Await.until("it is shown", () -> files().size() == 1);
        }
    }

    @Test
    void aJournalThatEndsBeforeItsSnapshotRefuses() throws IOException {
        save(1);
        byte[] bytes = disk.bytes(FIRST_SEGMENT);
        int at = (int) saved.getLast().position();
        Arrays.fill(bytes, at, bytes.length, (byte) 0);
        disk.replace(FIRST_SEGMENT, bytes);

        assertThatThrownBy(() -> TestJournal.open(disk))
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining("frames are missing")
                .hasMessageContaining("position " + at + " was durable already");
    }

    private void save(int count) throws IOException {
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            for (int i = 0; i < count; i++) {
                long position = journal.append(frame(i));
                Snapshot snapshot = new Snapshot(position, new State("state " + i, i));
                saved.add(snapshot);
                journal.save(snapshot);
                Await.until("it is saved", () -> disk.exists(file(snapshot)));
            }
        }
    }

    private List<Path> files() {
        return disk.list(DIRECTORY).stream()
                .filter(it -> it.getFileName().toString().matches("snapshot-.*sluice"))
                .toList();
    }

    private static Path file(Snapshot snapshot) {
        return DIRECTORY.resolve("snapshot-%019d.sluice".formatted(snapshot.position()));
    }

    private Snapshots snapshots() {
        return new Snapshots(disk, DIRECTORY, TestJournal.CODEC);
    }
}
