package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;
import static io.sluice.adapter.journal.TestJournal.DIRECTORY;
import static io.sluice.adapter.journal.TestJournal.FIRST_SEGMENT;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.journal.JournalTool.Place;
import io.sluice.adapter.journal.JournalTool.Report;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.port.Frame;
import io.sluice.port.Frame.FixStored;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class JournalToolTest {

    private final MemoryDisk disk = new MemoryDisk();
    private final RecordingListener listener = new RecordingListener();
    private final JournalTool tool = new JournalTool(disk);

    @Test
    void aSoundJournalIsCountedAndPlaced() throws IOException {
        List<Long> positions = append(20);

        Report report = tool.verify(DIRECTORY);

        assertThat(report.damage()).isEmpty();
        assertThat(report.frames()).isEqualTo(20);
        assertThat(report.durable()).isEqualTo(positions.getLast());
        assertThat(report.unfinishedBytes()).isEqualTo(0);
        assertThat(report.first()).contains(place(positions.getFirst(), 1));
        assertThat(report.last()).contains(place(positions.getLast(), 20));
    }

    private static Place place(long position, int number) {
        return new Place(position, Frames.EPOCH, frame(number).at());
    }

    @Test
    void damageIsNamedWithItsPlace() throws IOException {
        long position = append(20).get(10);
        byte[] bytes = disk.bytes(FIRST_SEGMENT);
        bytes[(int) position + 60] ^= 1;
        disk.replace(FIRST_SEGMENT, bytes);

        Report report = tool.verify(DIRECTORY);

        assertThat(report.frames()).isEqualTo(10);
        assertThat(report.damage().orElseThrow())
                .contains("position " + position)
                .contains(FIRST_SEGMENT.toString());
    }

    @Test
    void aRunningJournalIsReadUpToWhatIsDurable() throws IOException {
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            List<Long> positions = TestJournal.appendOneByOne(journal, listener, 1, 5);
            Await.until("the mark is written", () -> durableByFile() == positions.getLast());
            disk.stallWhen(act -> act.equals("force " + FIRST_SEGMENT.getFileName()));
            journal.append(frame(6));
            disk.awaitStall();

            assertThat(print(0, 100).lines()).hasSize(5);

            disk.release();
        }
    }

    private long durableByFile() {
        try {
            return tool.verify(DIRECTORY).durable();
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }

    @Test
    void anEntryIsPrintedOnALineOfItsOwn() throws IOException {
        long position;
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            Frame.Entry entry = new FixStored("FIX.4.4:A->B", 3, "8=FIX.4.4\u000135=0\u0001");
            Instant at = Instant.parse("2026-01-02T03:04:05Z");
            position = journal.append(new Frame(7, at, List.of(entry, entry)));
        }

        String line = position + " 7 2026-01-02T03:04:05Z FIX FIX.4.4:A->B 3 8=FIX.4.4|35=0|\n";
        assertThat(print(0, 10)).isEqualTo(line + line);
    }

    @Test
    void printingBeginsAndEndsWhereItIsTold() throws IOException {
        List<Long> positions = append(20);

        assertThat(print(positions.get(4), 2).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(positions.get(4) + " "),
                        line -> assertThat(line).startsWith(positions.get(5) + " "));
    }

    /** A frame is half written at the first look, and durable by the next. */
    @Test
    void aFrameThatIsBeingWrittenIsNoDamage() throws IOException {
        int position = (int) (long) append(20).get(10);
        byte[] whole = disk.bytes(FIRST_SEGMENT);
        byte[] torn = Arrays.copyOf(Arrays.copyOf(whole, position + 60), whole.length);
        disk.replace(FIRST_SEGMENT, torn);
        AtomicInteger looks = new AtomicInteger();
        Runnable writes =
                () -> {
                    if (looks.incrementAndGet() == 3) {
                        disk.replace(FIRST_SEGMENT, whole);
                    }
                };

        Report report = new JournalTool(beforeEachOpening(writes)).verify(DIRECTORY);

        assertThat(looks.get()).isGreaterThan(3);
        assertThat(report.damage()).isEmpty();
        assertThat(report.frames()).isEqualTo(20);
    }

    /** The disk, and what happens before the first segment is opened to be read. */
    private Disk beforeEachOpening(Runnable act) {
        return (Disk)
                Proxy.newProxyInstance(
                        Disk.class.getClassLoader(),
                        new Class<?>[] {Disk.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("openToRead")
                                    && FIRST_SEGMENT.equals(arguments[0])) {
                                act.run();
                            }
                            return method.invoke(disk, arguments);
                        });
    }

    /** A router archives while others read. */
    @Test
    void aSegmentThatIsMovedWhileItIsReadIsFound() throws IOException {
        append(5);
        Segment segment = Segments.load(disk, DIRECTORY, TestJournal.CODEC).all().getFirst();
        Path archive = DIRECTORY.resolve(Segments.ARCHIVE);
        disk.makeDirectory(archive);
        disk.rename(FIRST_SEGMENT, archive.resolve(FIRST_SEGMENT.getFileName()));

        try (Window window = new Window(disk, segment)) {
            assertThat(window.look(segment.dataStart())).isInstanceOf(Window.Whole.class);
        }
    }

    private String print(long from, long count) throws IOException {
        StringBuilder out = new StringBuilder();
        tool.print(DIRECTORY, from, count, out);
        return out.toString();
    }

    private List<Long> append(int count) throws IOException {
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            return TestJournal.appendOneByOne(journal, listener, 1, count);
        }
    }
}
