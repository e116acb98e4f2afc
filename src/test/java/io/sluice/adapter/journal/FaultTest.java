package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;
import static io.sluice.adapter.journal.TestJournal.FIRST_SEGMENT;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.journal.JournalSettings.Durability;
import io.sluice.adapter.journal.TestJournal.State;
import io.sluice.port.Frame;
import io.sluice.port.Journal.Snapshot;
import io.sluice.port.JournalListener;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class FaultTest {

    private static final int FRAMES = 60;
    private static final int NEVER = 1_000_000;

    private final long seed = new Random().nextLong();
    private final MemoryDisk disk = new MemoryDisk();
    private final RecordingListener listener = new RecordingListener();

    @Test
    void anErrorAtAnyChangeLosesNothingThatWasDurable() throws IOException {
        int changes = failAt(NEVER, false);
        assertThat(changes).isGreaterThan(50);
        for (int n = 1; n <= changes; n++) {
            failAt(n, false);
            failAt(n, true);
        }
    }

    /** Returns how many changes there were. */
    private int failAt(int n, boolean forEver) throws IOException {
        MemoryDisk faulty = new MemoryDisk();
        RecordingListener told = new RecordingListener();
        faulty.failAtChange(n, forEver);
        List<Long> positions = writeSome(faulty, told);
        String which = "seed %d, change %d, for ever %s".formatted(seed, n, forEver);

        assertThat(told.failures()).as(which).hasSizeLessThanOrEqualTo(1);
        assertThat(told.wasToldAfterFailure()).as(which).isFalse();
        List<Frame> found = TestJournal.replay(faulty.afterCrash(new Random(seed + n)));
        long promised = positions.stream().filter(it -> it <= told.highest()).count();
        assertThat(found.size()).as(which).isBetween((int) promised, positions.size());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).as(which).isEqualTo(frame(i, 3_000));
        }
        return faulty.changes();
    }

    private static List<Long> writeSome(MemoryDisk faulty, RecordingListener told) {
        List<Long> positions = new ArrayList<>();
        try (FileJournal journal = TestJournal.started(faulty, told)) {
            for (int i = 0; i < FRAMES; i++) {
                positions.add(journal.append(frame(i, 3_000)));
                if (i % 10 == 9) {
                    told.awaitEnd(positions.getLast());
                    journal.save(new Snapshot(positions.getLast(), new State("state", i)));
                }
            }
            told.awaitEnd(positions.getLast());
        } catch (IOException _) {
            assertThat(positions).as("an error ends the opening only").isEmpty();
        }
        return positions;
    }

    @Test
    void aFileWhoseForceFailedIsNotForcedAgain() throws IOException {
        String force = "force " + FIRST_SEGMENT.getFileName();
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            TestJournal.appendOneByOne(journal, listener, 1, 3);
            int before = count(force);
            disk.failWhen(act -> act.equals(force));
            journal.append(frame(4));
            listener.awaitFailure();
            disk.failWhen(_ -> false);
            journal.append(frame(5));

            assertThat(journal.hasRoomForOrders()).isFalse();
            assertThat(count(force)).isEqualTo(before + 1);
        }
        assertThat(listener.durable()).hasSize(3);
        assertThat(listener.failures()).hasSize(1);
    }

    private int count(String act) {
        return (int) disk.log().stream().filter(act::equals).count();
    }

    @Test
    void aForceThatStallsHasFailedAndItsLateSuccessReleasesNothing() throws IOException {
        JournalSettings settings =
                new JournalSettings(
                        TestJournal.DIRECTORY,
                        Durability.DISK,
                        TestJournal.SEGMENT_BYTES,
                        1 << 20,
                        Duration.ofMillis(50));
        FileJournal journal = FileJournal.open(settings, TestJournal.CODEC, disk);
        journal.start(listener);
        disk.stallWhen(act -> act.equals("force " + FIRST_SEGMENT.getFileName()));

        journal.append(frame(1));

        assertThat(listener.awaitFailure()).isInstanceOf(StalledException.class);
        disk.release();
        journal.append(frame(2));
        journal.close();
        assertThat(listener.durable()).isEmpty();
        assertThat(listener.failures()).hasSize(1);
    }

    @Test
    void aFullDiskStopsOrdersAndLeavesRoomForTheRest() throws IOException {
        disk.leaveFree(TestJournal.SEGMENT_BYTES + 2 * 4_096);
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            Await.until("orders are refused", () -> !journal.hasRoomForOrders());

            TestJournal.appendOneByOne(journal, listener, 1, 20);

            disk.leaveFree(Long.MAX_VALUE);
            Await.until("there is room again", journal::hasRoomForOrders);
        }
        assertThat(listener.failures()).isEmpty();
    }

    @Test
    void aFrameIsToldDurableOnlyAfterItsForce() throws IOException {
        String segment = FIRST_SEGMENT.getFileName().toString();
        try (FileJournal journal = TestJournal.open(disk)) {
            journal.start(new NotingListener(disk));
            for (int i = 0; i < 200; i++) {
                journal.append(frame(i));
            }
        }
        boolean isForced = false;
        for (String act : disk.log()) {
            if (act.equals("write " + segment)) {
                isForced = false;
            } else if (act.equals("force " + segment)) {
                isForced = true;
            } else if (act.startsWith("told")) {
                assertThat(isForced).isTrue();
            }
        }
        assertThat(disk.log()).anyMatch(act -> act.startsWith("told"));
    }

    /** Writes what it hears into the log of the disk. */
    private record NotingListener(MemoryDisk disk) implements JournalListener {

        @Override
        public void onDurable(long position) {
            disk.note("told " + position);
        }

        @Override
        public void onFailed(Throwable cause) {
            disk.note("failed " + cause);
        }
    }
}
