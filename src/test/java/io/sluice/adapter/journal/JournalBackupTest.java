package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;
import static io.sluice.adapter.journal.TestJournal.CODEC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.journal.JournalBackup.Copied;
import io.sluice.adapter.journal.JournalSettings.Durability;
import io.sluice.adapter.journal.TestJournal.State;
import io.sluice.adapter.journal.disk.NativeDisk;
import io.sluice.port.Frame;
import io.sluice.port.Journal.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

class JournalBackupTest {

    /** Lets the copies keep up with what is written. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @TempDir private Path home = Path.of("");

    private final RecordingListener listener = new RecordingListener();
    private final JournalBackup backup = new JournalBackup();

    @Test
    void aCopyOfAJournalAtRestHoldsAllOfIt() throws IOException {
        try (FileJournal journal = started(original())) {
            TestJournal.appendOneByOne(journal, listener, 1, 20);
        }
        new Epochs(original()).raise(NOW);

        Copied copied = backup.copy(original(), copy(), false);

        assertThat(copied.epoch()).isEqualTo(NOW.getEpochSecond());
        assertThat(copied.report().frames()).isEqualTo(20);
        assertThat(frames(copy())).isEqualTo(frames(original())).hasSize(20);
        assertThat(new JournalTool().verify(copy()).damage()).isEmpty();
    }

    /** Segments roll, snapshots replace each other and segments are archived meanwhile. */
    @Test
    @Timeout(180)
    void copiesTakenWhileAJournalIsWrittenEndWithADurableFrame() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Map<Long, Frame> written = new TreeMap<>();
        try (FileJournal journal = started(original())) {
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> write(journal, written, enough));
            Await.until("frames are written", () -> journal.durable() > 300_000);
            for (int i = 0; i < 8; i++) {
                long before = journal.durable();
                Path copy = home.resolve("copy" + i);
                Copied copied = backup.copy(original(), copy, true);

                assertThat(copied.end()).isLessThanOrEqualTo(journal.durable());
                assertThat(copied.report().damage()).isEmpty();
                assertThat(copied.snapshots()).isPositive();
                Await.until("more is written", () -> journal.durable() > before + 50_000);
            }
            enough.set(true);
            writing.join();
        }
        for (int i = 0; i < 8; i++) {
            requireBeginningOf(written, home.resolve("copy" + i));
        }
    }

    private void write(FileJournal journal, Map<Long, Frame> written, AtomicBoolean enough) {
        for (int i = 1; !enough.get(); i++) {
            Frame frame = frame(i, 300);
            long position = journal.append(frame);
            written.put(position, frame);
            if (i % 100 == 0) {
                listener.awaitDurable(position);
                journal.save(new Snapshot(position, new State("at " + position, i)));
                journal.releaseBefore(position);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Every frame up to where it ends and none after, and a snapshot of one of them. */
    private static void requireBeginningOf(Map<Long, Frame> written, Path copy) throws IOException {
        Map<Long, Frame> read = new TreeMap<>();
        try (FileJournal journal = open(copy)) {
            journal.replay(0, read::put);
            long last = read.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
            Map<Long, Frame> expected = new TreeMap<>(written);
            expected.keySet().removeIf(position -> position > last);
            assertThat(read).isEqualTo(expected);
            Snapshot snapshot = journal.loadSnapshot().orElseThrow();
            assertThat(snapshot.position()).isLessThanOrEqualTo(last);
            assertThat(((State) snapshot.state()).text()).isEqualTo("at " + snapshot.position());
        }
    }

    @Test
    @Timeout(60)
    void whatARunningRouterHasNotMadeDurableIsLeftOut() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            List<Long> positions = TestJournal.appendOneByOne(journal, listener, 1, 5);
            Await.until("the mark is written", () -> durableByFile(disk) == positions.getLast());
            AtomicBoolean stalls = new AtomicBoolean(true);
            disk.stallWhen(
                    act ->
                            act.equals("force " + TestJournal.FIRST_SEGMENT.getFileName())
                                    && stalls.getAndSet(false));
            journal.append(frame(6));
            disk.awaitStall();

            Copied copied =
                    new JournalBackup(disk).copy(TestJournal.DIRECTORY, Path.of("/copy"), true);

            assertThat(copied.end()).isEqualTo(positions.getLast());
            assertThat(copied.report().frames()).isEqualTo(5);
            disk.release();
        }
    }

    private static long durableByFile(MemoryDisk disk) {
        try {
            return new JournalTool(disk).verify(TestJournal.DIRECTORY).durable();
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }

    /** The original may have used numbers after the copy was taken. */
    @Test
    void aStartFromACopyKnowsThatNumbersMayHaveBeenUsed() throws IOException {
        try (FileJournal journal = started(original())) {
            TestJournal.appendOneByOne(journal, listener, 1, 3);
        }

        backup.copy(original(), copy(), false);

        try (FileJournal journal = open(copy())) {
            assertThat(journal.previousEndFailed()).isTrue();
        }
        try (FileJournal journal = open(original())) {
            assertThat(journal.previousEndFailed()).isFalse();
        }
    }

    @Test
    void epochsOfCopiesAndOriginalDifferWhenTheyStartAtDifferentTimes() throws IOException {
        try (FileJournal journal = started(original())) {
            TestJournal.appendOneByOne(journal, listener, 1, 1);
        }
        long ours = new Epochs(original()).raise(NOW);
        backup.copy(original(), copy(), false);
        backup.copy(original(), home.resolve("second"), false);

        assertThat(
                        List.of(
                                ours,
                                new Epochs(original()).raise(NOW.plusSeconds(5)),
                                new Epochs(copy()).raise(NOW.plusSeconds(60)),
                                new Epochs(home.resolve("second")).raise(NOW.plusSeconds(61))))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void aDamagedJournalIsNotCopied() throws IOException {
        long position;
        try (FileJournal journal = started(original())) {
            position = TestJournal.appendOneByOne(journal, listener, 1, 20).get(10);
        }
        Path segment = original().resolve(Segment.name(0));
        byte[] bytes = Files.readAllBytes(segment);
        bytes[(int) position + 60] ^= 1;
        Files.write(segment, bytes);

        assertThatThrownBy(() -> backup.copy(original(), copy(), false))
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining("position " + position);
    }

    @Test
    void whatIsInTheWayIsKept() throws IOException {
        try (FileJournal journal = started(original())) {
            TestJournal.appendOneByOne(journal, listener, 1, 1);
        }
        Files.createDirectories(copy());
        Path mine = Files.writeString(copy().resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> backup.copy(original(), copy(), false))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(mine).exists();
    }

    @Test
    void aDamagedSnapshotIsLeftOut() throws IOException {
        try (FileJournal journal = started(original())) {
            long position = TestJournal.appendOneByOne(journal, listener, 1, 5).getLast();
            journal.save(new Snapshot(position, new State("sound", 5)));
            Await.until("the snapshot is saved", () -> snapshotFile(position).toFile().exists());
            byte[] bytes = Files.readAllBytes(snapshotFile(position));
            bytes[40] ^= 1;
            Files.write(snapshotFile(position), bytes);
        }

        Copied copied = backup.copy(original(), copy(), false);

        assertThat(copied.snapshots()).isEqualTo(0);
        assertThat(frames(copy())).hasSize(5);
    }

    private Path snapshotFile(long position) {
        return new Snapshots(new NativeDisk(), original(), CODEC).file(position);
    }

    private Path original() {
        return home.resolve("original");
    }

    private Path copy() {
        return home.resolve("copy");
    }

    private FileJournal started(Path directory) throws IOException {
        FileJournal journal = open(directory);
        journal.start(listener);
        return journal;
    }

    private static FileJournal open(Path directory) throws IOException {
        return FileJournal.open(
                TestJournal.settings(directory, Durability.PROCESS), CODEC, new NativeDisk());
    }

    private static List<Frame> frames(Path directory) throws IOException {
        try (FileJournal journal = open(directory)) {
            return TestJournal.replay(journal);
        }
    }
}
