package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.FixDelivery;
import io.sluice.port.FixPlace;
import io.sluice.port.FixState;
import io.sluice.port.Frame;
import io.sluice.port.OpenFrame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What a session's peer has yet to get is the same by replay, by snapshot and tail, and live. */
class DeliveryReplayTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final String SESSION = "FIX.4.4:SLUICE->OMS44";
    private static final Instant BEGAN = Instant.parse("2026-03-02T09:00:00Z");
    private static final int STEPS = 3_000;

    private final Random random = new Random(SEED);
    private final FakeJournal journal = new FakeJournal();
    private final Frames frames = new Frames();
    private final TestClock clock = new TestClock();
    private final JournalStore store = newStore();
    private int told;

    private JournalStore newStore() {
        return new JournalStore(SESSION, new JournalStore.Shared(journal, frames, clock), BEGAN);
    }

    @AfterEach
    void ends() {
        journal.close();
    }

    @Test
    void anOmsOfRandomDaysHasTheSameStateHoweverItIsRebuilt() throws IOException {
        System.out.println("delivery: seed " + SEED);
        runs(this::stepOfAnOms);
    }

    @Test
    void aReaderOfCopiesHasTheSameStateHoweverItIsRebuilt() throws IOException {
        System.out.println("delivery: seed " + SEED);
        store.subscribe(0);
        runs(this::stepOfAReader);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void runs(Step step) throws IOException {
        Optional<FixState> snapshot = Optional.empty();
        long snapshotAt = 0;
        for (int i = 0; i < STEPS; i++) {
            step.run();
            if (random.nextInt(3) == 0) {
                long position = frames.close();
                if (i > STEPS / 2 && snapshot.isEmpty()) {
                    snapshot = Optional.of(store.state());
                    snapshotAt = position;
                }
            }
        }
        frames.close();

        JournalStore replayed = newStore();
        replay(0, replayed);
        JournalStore restored = newStore();
        restored.restore(snapshot.orElseThrow());
        replay(snapshotAt, restored);

        assertThat(store.state().delivery()).isPresent();
        assertThat(replayed.state()).isEqualTo(store.state());
        assertThat(restored.state()).isEqualTo(store.state());
        assertThat(restored.oldestNeeded()).isEqualTo(store.oldestNeeded());
    }

    private void replay(long after, JournalStore into) {
        journal.replay(
                after,
                (position, frame) -> {
                    for (int i = 0; i < frame.entries().size(); i++) {
                        into.replay(new FixPlace(position, i), frame.entries().get(i));
                    }
                });
    }

    private void stepOfAnOms() throws IOException {
        int dice = random.nextInt(100);
        if (dice < 40) {
            tells(store.delivery().hasBacklog() || dice < 10);
        } else if (dice < 75) {
            sendsFirst();
        } else if (dice < 95) {
            store.proven(random.nextInt(store.getNextSenderMsgSeqNum() + 2));
        } else if (dice < 97) {
            store.reset();
        } else {
            store.set(store.getNextSenderMsgSeqNum(), text("0", ""));
            store.incrNextSenderMsgSeqNum();
        }
    }

    private void tells(boolean waits) {
        told++;
        if (waits) {
            store.hold(new OutboundMessage("8", body()));
        } else {
            store.set(store.getNextSenderMsgSeqNum(), text("8", body()));
            store.incrNextSenderMsgSeqNum();
        }
    }

    private void sendsFirst() throws IOException {
        Optional<FixDelivery.Waiting> first = store.delivery().first();
        if (first.isPresent()) {
            sends(first.get(), store.read(first.get()));
        }
    }

    private void sends(FixDelivery.Waiting copy, OutboundMessage message) {
        boolean numbered =
                store.copies(
                        copy,
                        message,
                        _ -> {
                            store.set(store.getNextSenderMsgSeqNum(), "copy");
                            store.incrNextSenderMsgSeqNum();
                        });
        assertThat(numbered).isTrue();
    }

    private void stepOfAReader() {
        int dice = random.nextInt(100);
        FixPlace given = store.delivery().subscription().orElseThrow().given();
        if (dice < 60) {
            FixPlace next = new FixPlace(given.position() + 1 + random.nextInt(3), 0);
            sends(new FixDelivery.Waiting(next, dice < 10), new OutboundMessage("8", body()));
        } else if (dice < 95) {
            store.proven(random.nextInt(store.getNextSenderMsgSeqNum() + 2));
        } else {
            store.reset();
        }
    }

    private String body() {
        return "37=O1|17=E%d|150=0|".formatted(told).replace('|', FixFields.SOH);
    }

    private static String text(String msgType, String body) {
        String header =
                "35=%s|49=SLUICE|56=OMS44|34=1|52=20260302-09:00:00.000|".formatted(msgType);
        return FixText.message("FIX.4.4", header.replace('|', FixFields.SOH) + body);
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

        long close() {
            closers.forEach(Runnable::run);
            closers.clear();
            Frame frame = new Frame(1, BEGAN, List.copyOf(entries));
            entries.clear();
            long position = journal.append(frame);
            store.closed(position);
            return position;
        }
    }
}
