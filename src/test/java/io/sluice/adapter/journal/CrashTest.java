package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.journal.JournalSettings.Durability;
import io.sluice.port.Frame;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Machines and processes that die at random moments, again and again. */
class CrashTest {

    private static final int RUNS = 40;
    private static final int CRASHES = 5;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void nothingDurableIsLostWhenTheMachineDies() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            crashAgainAndAgain(Durability.DISK);
        }
    }

    @Test
    void nothingDurableIsLostWhenTheProcessDies() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            crashAgainAndAgain(Durability.PROCESS);
        }
    }

    private void crashAgainAndAgain(Durability durability) throws IOException {
        MemoryDisk disk = new MemoryDisk();
        List<Frame> known = new ArrayList<>();
        for (int crash = 0; crash < CRASHES; crash++) {
            disk = crashOnce(disk, durability, known);
        }
    }

    /** Appends to what is known, dies, and leaves in {@code known} what may be found next. */
    private MemoryDisk crashOnce(MemoryDisk disk, Durability durability, List<Frame> known)
            throws IOException {
        RecordingListener listener = new RecordingListener();
        try (FileJournal journal =
                FileJournal.open(
                        TestJournal.settings(TestJournal.DIRECTORY, durability),
                        TestJournal.CODEC,
                        disk)) {
            List<Frame> found = TestJournal.replay(journal);
            assertThat(found).as("seed %d", seed).isEqualTo(known.subList(0, found.size()));
            known.subList(found.size(), known.size()).clear();

            journal.start(listener);
            List<Long> positions = appendSome(journal, listener, known);
            long promised = listener.highest();
            MemoryDisk after =
                    durability == Durability.DISK ? disk.afterCrash(random) : disk.copy();

            int least =
                    found.size() + (int) positions.stream().filter(it -> it <= promised).count();
            assertThat(TestJournal.replay(after.copy()).size())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(least);
            return after;
        }
    }

    private List<Long> appendSome(
            FileJournal journal, RecordingListener listener, List<Frame> known) {
        List<Long> positions = new ArrayList<>();
        int count = 1 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            Frame frame = frame(known.size(), random.nextInt(4_000));
            known.add(frame);
            positions.add(journal.append(frame));
            if (random.nextInt(10) == 0) {
                listener.awaitDurable(positions.getLast());
            }
        }
        return positions;
    }
}
