package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.FixPlace;
import io.sluice.port.FixState;
import io.sluice.port.Frame;
import io.sluice.port.OpenFrame;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class JournalStoreTest {

    private static final Instant BEGAN = Instant.parse("2026-03-02T09:00:00Z");

    private final FakeJournal journal = new FakeJournal();
    private final Frames frames = new Frames();
    private final TestClock clock = new TestClock();
    private final JournalStore store = newStore();

    private JournalStore newStore() {
        return new JournalStore("S", new JournalStore.Shared(journal, frames, clock), BEGAN);
    }

    @Test
    void aMessageIsFoundInTheOpenFrameAndAfterIt() throws IOException {
        sends(1, "one");
        assertThat(store.find(1)).contains("one");
        frames.close();

        assertThat(store.find(1)).contains("one");
        assertThat(store.find(2)).isEmpty();
    }

    @Test
    void aFrameEndsWithTheNumbersOnce() {
        sends(1, "one");
        store.incrNextTargetMsgSeqNum();
        sends(2, "two");
        Frame frame = frames.close();

        assertThat(frame.entries())
                .containsExactly(
                        new Frame.FixStored("S", 1, "one"),
                        new Frame.FixStored("S", 2, "two"),
                        new Frame.FixNumbers("S", 3, 2));
    }

    @Test
    void aResetBeginsTheNumberingAnewWithinAFrame() throws IOException {
        sends(1, "before");
        store.reset();
        sends(1, "after");
        assertThat(store.find(1)).contains("after");
        frames.close();

        assertThat(store.find(1)).contains("after");
        assertThat(store.getNextSenderMsgSeqNum()).isEqualTo(2);
        assertThat(store.getNextTargetMsgSeqNum()).isEqualTo(1);
        assertThat(store.getCreationTime()).isAfter(BEGAN);
    }

    @Test
    void replayLeadsToTheSameStateAndMessages() throws IOException {
        sends(1, "lost by the reset");
        frames.close();
        store.reset();
        sends(1, "one");
        frames.close();
        sends(2, "two");
        store.setNextTargetMsgSeqNum(9);
        frames.close();

        JournalStore replayed = newStore();
        journal.replay(
                0,
                (position, frame) ->
                        IntStream.range(0, frame.entries().size())
                                .forEach(
                                        i ->
                                                replayed.replay(
                                                        new FixPlace(position, i),
                                                        frame.entries().get(i))));

        assertThat(replayed.state()).isEqualTo(store.state());
        assertThat(replayed.find(1)).contains("one");
        assertThat(replayed.find(2)).contains("two");
    }

    @Test
    void aSnapshotLeadsToTheSameStateAndMessages() throws IOException {
        sends(1, "one");
        frames.close();
        FixState state = store.state();
        JournalStore restored = newStore();
        restored.restore(state);

        assertThat(restored.state()).isEqualTo(state);
        assertThat(restored.find(1)).contains("one");
    }

    @Test
    void quickFixFindsNothingToSendAgainAndTheResenderIsAsked() {
        List<String> wanted = new ArrayList<>();
        List<String> found = new ArrayList<>();
        store.onResend((from, to) -> wanted.add(from + " to " + to));
        store.get(3, 8, found);

        assertThat(found).isEmpty();
        assertThat(wanted).containsExactly("3 to 8");
    }

    private void sends(int number, String text) {
        store.set(number, text);
        store.incrNextSenderMsgSeqNum();
    }

    /** Frames that the test closes. */
    private final class Frames implements OpenFrame {

        private final List<Frame.Entry> entries = new ArrayList<>();
        private final Set<Runnable> closers = new LinkedHashSet<>();

        @Override
        public int add(Frame.Entry entry) {
            entries.add(entry);
            return entries.size() - 1;
        }

        @Override
        public Instant at() {
            return BEGAN;
        }

        @Override
        public void beforeClose(Runnable action) {
            closers.add(action);
        }

        Frame close() {
            closers.forEach(Runnable::run);
            closers.clear();
            Frame frame = new Frame(1, BEGAN, List.copyOf(entries));
            entries.clear();
            store.closed(journal.append(frame));
            return frame;
        }
    }
}
