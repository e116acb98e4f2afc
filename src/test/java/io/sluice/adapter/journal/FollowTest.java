package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.journal.TestJournal.State;
import io.sluice.port.Frame;
import io.sluice.port.Journal.Following;
import io.sluice.port.Journal.Snapshot;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class FollowTest {

    private static final int FRAMES = 300;

    private final MemoryDisk disk = new MemoryDisk();
    private final RecordingListener listener = new RecordingListener();
    private final List<Frame> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<Frame> appended = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();

    @Test
    void aFollowerTakesEveryFrameOfAllSegmentsInOrder() throws IOException {
        try (FileJournal journal = TestJournal.started(disk, listener);
                Following following = journal.follow("test", 0, (_, frame) -> taken.add(frame))) {
            appendAll(journal);

            Await.until("all are taken", () -> following.position() == positions.getLast());
            assertThat(taken).isEqualTo(appended);
            assertThat(segmentsOf(positions)).isGreaterThan(5);
        }
    }

    @Test
    void aFollowerIsNeverAheadOfTheForce() throws IOException {
        try (FileJournal journal = TestJournal.started(disk, listener);
                Following following =
                        journal.follow(
                                "test",
                                0,
                                (position, frame) -> {
                                    assertThat(position).isLessThanOrEqualTo(journal.durable());
                                    taken.add(frame);
                                })) {
            appendAll(journal);

            Await.until("all are taken", () -> following.position() == positions.getLast());
            assertThat(following.failure()).isEmpty();
        }
    }

    @Test
    void archivedSegmentsAreFollowedToo() throws IOException {
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            appendAll(journal);
            listener.awaitDurable(positions.getLast());
            archive(journal);

            long middle = positions.get(FRAMES / 2);
            try (Following following =
                    journal.follow("test", middle, (_, frame) -> taken.add(frame))) {
                Await.until("all are taken", () -> following.position() == positions.getLast());
            }
            assertThat(taken).isEqualTo(appended.subList(FRAMES / 2 + 1, FRAMES));
            assertThat(journal.read(positions.getFirst())).isEqualTo(appended.getFirst());
        }
        assertThat(TestJournal.replay(disk)).isEqualTo(appended);
    }

    private void archive(FileJournal journal) {
        journal.save(new Snapshot(positions.getLast(), new State("all", FRAMES)));
        Await.until("the snapshot is there", () -> disk.log().toString().contains("rename snap"));
        journal.releaseBefore(positions.getLast());
        Await.until("old segments are archived", () -> archived() == segmentsOf(positions) - 1);
    }

    private long archived() {
        return disk.list(TestJournal.DIRECTORY.resolve("archive")).size();
    }

    @Test
    void aFollowerWhoseReaderThrowsSaysSo() throws IOException {
        try (FileJournal journal = TestJournal.started(disk, listener);
                Following following =
                        journal.follow(
                                "test",
                                0,
                                (_, _) -> {
                                    throw new IllegalStateException("cannot take it");
                                })) {
            journal.append(frame(1));

            Await.until("it has ended", () -> following.failure().isPresent());
            assertThat(following.failure().orElseThrow()).hasMessage("cannot take it");
        }
    }

    @Test
    void everyFrameCanBeReadAtOnceAndLater() throws IOException {
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            for (int i = 0; i < FRAMES; i++) {
                long position = journal.append(frame(i, 1_000));
                assertThat(journal.read(position)).isEqualTo(frame(i, 1_000));
                positions.add(position);
            }
            listener.awaitDurable(positions.getLast());
            for (int i = FRAMES - 1; i >= 0; i--) {
                assertThat(journal.read(positions.get(i))).isEqualTo(frame(i, 1_000));
            }
        }
    }

    private void appendAll(FileJournal journal) {
        for (int i = 0; i < FRAMES; i++) {
            appended.add(frame(i, 1_000));
            positions.add(journal.append(appended.getLast()));
            if (i % 7 == 0) {
                listener.awaitDurable(positions.getLast());
            }
        }
    }

    private static long segmentsOf(List<Long> positions) {
        return positions.stream().map(it -> it / TestJournal.SEGMENT_BYTES).distinct().count();
    }
}
