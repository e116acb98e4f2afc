package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;
import static io.sluice.adapter.journal.TestJournal.CODEC;
import static io.sluice.adapter.journal.TestJournal.DIRECTORY;
import static io.sluice.adapter.journal.TestJournal.FIRST_SEGMENT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.port.Frame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class RecoveryTest {

    private static final int FORCED = 6;

    private final MemoryDisk disk = new MemoryDisk();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /** Where frames begin, and where the last one ends. */
    private List<Integer> offsets = List.of();

    private byte[] bytes = new byte[0];

    /** Six frames that were durable, then two of one batch that was written and not forced. */
    @BeforeEach
    void writeFramesAndFailTheLastForce() throws IOException {
        RecordingListener listener = new RecordingListener();
        List<Long> positions = new ArrayList<>();
        try (FileJournal journal = TestJournal.started(disk, listener)) {
            positions.addAll(TestJournal.appendOneByOne(journal, listener, 1, FORCED - 1));
            disk.stallWhen(act -> act.equals("force " + FIRST_SEGMENT.getFileName()));
            positions.add(journal.append(frame(FORCED)));
            disk.awaitStall();
            disk.failWhen(act -> act.equals("force " + FIRST_SEGMENT.getFileName()));
            positions.add(journal.append(frame(FORCED + 1)));
            positions.add(journal.append(frame(FORCED + 2)));
            disk.release();
            listener.awaitFailure();
        }
        disk.failWhen(_ -> false);
        bytes = disk.bytes(FIRST_SEGMENT);
        int last = positions.getLast().intValue();
        List<Integer> all = new ArrayList<>(positions.stream().map(Long::intValue).toList());
        all.add(last + FrameFormat.length(bytes, last));
        offsets = List.copyOf(all);
    }

    @AfterEach
    void stopTheThread() {
        thread.shutdownNow();
    }

    @Test
    void aTailTornAtAnyByteIsCut() throws IOException {
        for (int torn = offsets.get(FORCED); torn <= offsets.getLast(); torn++) {
            byte[] left = Arrays.copyOf(Arrays.copyOf(bytes, torn), bytes.length);
            MemoryDisk after = diskWith(left);

            Opening.Opened opened = open(after);

            int whole = wholeFrames(torn);
            assertThat(frames(opened)).as("torn at %d", torn).isEqualTo(framesTo(whole));
            assertThat(opened.cut().isPresent())
                    .as("torn at %d", torn)
                    .isEqualTo(hasBytes(left, offsets.get(whole)));
            assertThat(hasBytes(after.bytes(FIRST_SEGMENT), offsets.get(whole))).isFalse();
        }
    }

    @Test
    void aFlippedBitBeforeTheDurableMarkRefuses() {
        int marked = offsets.get(FORCED);
        for (int at = 0; at < marked; at++) {
            MemoryDisk after = diskWith(flipped(at));

            assertThatThrownBy(() -> open(after))
                    .as("flipped at %d", at)
                    .isInstanceOf(DamagedJournalException.class)
                    .hasMessageContaining(FIRST_SEGMENT.toString());
        }
    }

    @Test
    void aFlippedBitAfterTheDurableMarkIsCut() throws IOException {
        for (int at = offsets.get(FORCED); at < offsets.getLast(); at++) {
            Opening.Opened opened = open(diskWith(flipped(at)));

            int whole = wholeFrames(at);
            assertThat(frames(opened)).as("flipped at %d", at).isEqualTo(framesTo(whole));
            assertThat(opened.cut().orElseThrow().position()).isEqualTo((long) offsets.get(whole));
        }
    }

    @Test
    void theErrorNamesSegmentOffsetAndPosition() {
        int at = offsets.get(3) + FrameFormat.HEAD_BYTES;

        assertThatThrownBy(() -> open(diskWith(flipped(at))))
                .hasMessageContaining("position " + offsets.get(3))
                .hasMessageContaining("offset " + offsets.get(3))
                .hasMessageContaining("its checksum is wrong")
                .hasMessageContaining(
                        "position " + offsets.get(FORCED - 1) + " was durable already");
    }

    @Test
    void whatWasCutIsOverwrittenByWhatComesNext() throws IOException {
        MemoryDisk after = diskWith(flipped(offsets.get(FORCED) + 10));
        RecordingListener listener = new RecordingListener();

        try (FileJournal journal = TestJournal.started(after, listener)) {
            assertThat(journal.tailCut()).isPresent();
            TestJournal.appendOneByOne(journal, listener, 100, 3);
        }

        List<Frame> expected = new ArrayList<>(framesTo(FORCED));
        expected.addAll(List.of(frame(100), frame(101), frame(102)));
        try (FileJournal journal = TestJournal.open(after)) {
            assertThat(TestJournal.replay(journal)).isEqualTo(expected);
            assertThat(journal.tailCut()).isEmpty();
        }
    }

    @Test
    void aTruncatedSegmentRefuses() {
        MemoryDisk after = diskWith(Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> open(after))
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining("was made with 65536 bytes and has 65535 now");
    }

    @Test
    void aFailedEndIsRememberedUntilItIsCleared() throws IOException {
        try (FileJournal journal = TestJournal.open(disk)) {
            assertThat(journal.previousEndFailed()).isTrue();
            journal.clearPreviousEndFailed();
        }
        try (FileJournal journal = TestJournal.open(disk)) {
            assertThat(journal.previousEndFailed()).isFalse();
        }
    }

    @Test
    void aFileWhoseForceFailedIsReplacedByACopy() throws IOException {
        int before = disk.log().size();

        TestJournal.open(disk).close();

        List<String> log = disk.log().subList(before, disk.log().size());
        assertThat(log)
                .containsSubsequence(
                        "create " + FIRST_SEGMENT.getFileName() + ".new",
                        "force " + FIRST_SEGMENT.getFileName() + ".new",
                        "rename " + FIRST_SEGMENT.getFileName(),
                        "forceDirectory " + DIRECTORY.getFileName());
    }

    private MemoryDisk diskWith(byte[] segment) {
        MemoryDisk changed = disk.copy();
        changed.replace(FIRST_SEGMENT, segment);
        return changed;
    }

    private byte[] flipped(int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << (at % 8));
        return changed;
    }

    private Opening.Opened open(MemoryDisk after) throws IOException {
        return new Opening(after, TestJournal.settings(), CODEC, thread).open();
    }

    private static List<Frame> frames(Opening.Opened opened) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (FrameCursor cursor = new FrameCursor(opened.segments(), 0)) {
            FrameCursor.Positioned next = cursor.next(opened.chain().last());
            while (next != null) {
                frames.add(next.frame());
                next = cursor.next(opened.chain().last());
            }
        }
        return frames;
    }

    private int wholeFrames(int end) {
        return (int) offsets.stream().skip(1).filter(it -> it <= end).count();
    }

    private static List<Frame> framesTo(int last) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 1; i <= last; i++) {
            frames.add(frame(i));
        }
        return frames;
    }

    private static boolean hasBytes(byte[] all, int from) {
        for (int i = from; i < all.length; i++) {
            if (all[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
