package io.sluice.adapter.journal;

import static io.sluice.adapter.journal.Frames.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.JournalListener;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The mark of a failure is written after the listeners have heard; a close must not overtake it.
 */
class CloseWhileFailingTest {

    private static final Duration LONG_ENOUGH_TO_CLOSE = Duration.ofMillis(500);

    private final MemoryDisk disk = new MemoryDisk();
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void aJournalIsNotClosedBeforeItsFailureIsMarked() throws IOException, InterruptedException {
        FileJournal journal = TestJournal.open(disk);
        journal.start(new HesitantListener());
        disk.failWhen(act -> act.equals("force " + TestJournal.FIRST_SEGMENT.getFileName()));
        journal.append(frame(1));
        told.await();
        disk.failWhen(_ -> false);

        Thread closer = Thread.ofPlatform().start(journal::close);
        boolean closedTooSoon = closer.join(LONG_ENOUGH_TO_CLOSE);
        goOn.countDown();
        closer.join();

        assertThat(closedTooSoon).isFalse();
        try (FileJournal next = TestJournal.open(disk)) {
            assertThat(next.previousEndFailed()).isTrue();
        }
    }

    /** Takes its time over the bad news. */
    private final class HesitantListener implements JournalListener {

        @Override
        public void onDurable(long position) {}

        @Override
        public void onFailed(Throwable cause) {
            told.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
