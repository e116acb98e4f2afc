package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;
import static io.sluice.adapter.journal.TestJournal.DIRECTORY;
import static io.sluice.adapter.journal.TestJournal.SEGMENT_BYTES;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.port.Frame;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class SegmentsTest {

    private final MemoryDisk disk = new MemoryDisk();
    private final RecordingListener listener = new RecordingListener();
    private final List<Frame> appended = new ArrayList<>();

    /** What another version keeps in snapshots: its schema is another one. */
    record OtherState(long count) {}

    @Test
    void aMissingMiddleSegmentRefuses() throws IOException {
        append(200);
        disk.delete(segment(2));

        assertThatThrownBy(() -> TestJournal.open(disk))
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining("A segment is missing")
                .hasMessageContaining(segment(1).toString())
                .hasMessageContaining(segment(3).toString());
    }

    @Test
    void aDamagedHeaderRefusesAlsoOfASegmentThatIsEmpty() throws IOException {
        append(1);
        byte[] bytes = disk.bytes(segment(1));
        bytes[100]++;
        disk.replace(segment(1), bytes);

        assertThatThrownBy(() -> TestJournal.open(disk))
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining(segment(1).toString());
    }

    @Test
    void framesMissingBeforeANextSegmentRefuse() throws IOException {
        append(200);
        byte[] bytes = disk.bytes(segment(1));
        Arrays.fill(bytes, SEGMENT_BYTES / 2, SEGMENT_BYTES, (byte) 0);
        disk.replace(segment(1), bytes);

        assertThatThrownBy(() -> TestJournal.open(disk))
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining(segment(1).toString());
    }

    @Test
    void aSegmentPreparedAndNeverUsedIsUsedByTheNextRun() throws IOException {
        append(1);
        assertThat(disk.exists(segment(1))).isTrue();

        append(200);

        assertThat(TestJournal.replay(disk)).isEqualTo(appended);
    }

    @Test
    void anUnfinishedSegmentIsDropped() throws IOException {
        append(1);
        Path unfinished = DIRECTORY.resolve(Segment.name(2 * SEGMENT_BYTES) + ".new");
        disk.replace(unfinished, new byte[100]);

        append(200);

        assertThat(disk.exists(unfinished)).isFalse();
        assertThat(TestJournal.replay(disk)).isEqualTo(appended);
    }

    @Test
    void anotherVersionOfTheCodeGoesOnInASegmentOfItsOwn() throws IOException {
        append(5);
        RecordCodec other = FileJournal.codec(List.of(OtherState.class));
        for (int run = 0; run < 3; run++) {
            try (FileJournal journal = FileJournal.open(TestJournal.settings(), other, disk)) {
                assertThat(TestJournal.replay(journal)).isEqualTo(appended);
                journal.start(listener);
                appended.add(frame(appended.size(), 1_000));
                assertThat(journal.append(appended.getLast()) / SEGMENT_BYTES).isEqualTo(1);
            }
        }
        append(5);

        assertThat(TestJournal.replay(disk)).isEqualTo(appended);
    }

    @Test
    void aFrameThatIsTooLongIsRefusedWithTheNumber() throws IOException {
        try (FileJournal journal = TestJournal.open(disk)) {
            assertThatThrownBy(() -> journal.append(frame(1, SEGMENT_BYTES)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("A frame may have")
                    .hasMessageContaining("bytes at most: was");
        }
    }

    private void append(int count) throws IOException {
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            long last = 0;
            for (int i = 0; i < count; i++) {
                appended.add(frame(appended.size(), 1_000));
                last = journal.append(appended.getLast());
            }
            listener.awaitDurable(last);
            Await.until("the next segment is made", () -> disk.exists(segment(1)));
        }
    }

    private static Path segment(int number) {
        return DIRECTORY.resolve(Segment.name((long) number * SEGMENT_BYTES));
    }
}
