package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.Symbol;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueId;
import io.sluice.port.SendPermit.Scopes;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

class OutboundQueueTest {

    private static final Scopes SCOPES =
            new Scopes(
                    new OmsId("OMS44"),
                    new VenueId("ALPHA"),
                    new Account("ACC1"),
                    new Symbol("AAPL"));

    private final FakeWire wire = new FakeWire();
    private final TestClock clock = new TestClock();
    private final AtomicLong released = new AtomicLong();
    private final List<String> notSent = new ArrayList<>();
    private final AtomicReference<Optional<String>> refusal =
            new AtomicReference<>(Optional.empty());
    private final OutboundQueue queue =
            new OutboundQueue(
                    wire,
                    new OutboundQueue.Rules(
                            _ -> refusal.get(),
                            clock,
                            (staged, why) -> notSent.add(staged.msgSeqNum() + ": " + why),
                            released::get));

    @Test
    void nothingIsWrittenBeforeItIsDurable() {
        queue.stage(message(1, 10));
        queue.seal(100);
        release(99);
        assertThat(wire.writes).isEmpty();

        release(100);

        assertThat(wire.numbers()).containsExactly(1);
    }

    @Test
    void whatIsDurableTogetherIsOneWriteInOrder() {
        queue.stage(message(1, 10));
        queue.stage(message(2, 10));
        queue.seal(100);
        queue.stage(message(3, 10));
        queue.seal(110);
        queue.stage(message(4, 10));
        queue.seal(120);

        release(110);

        assertThat(wire.writes).hasSize(1);
        assertThat(wire.numbers()).containsExactly(1, 2, 3);
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void noMoreThanSixtyFourKibLieWithTheTransport() {
        for (int i = 1; i <= 100; i++) {
            queue.stage(message(i, 1_500));
        }
        queue.seal(100);
        release(100);

        assertThat(wire.bytes()).isBetween(60_000L, (long) OutboundQueue.MAX_IN_FLIGHT);
        int before = wire.numbers().size();
        assertThat(queue.size()).isEqualTo(100 - before);
        while (!wire.pending.isEmpty()) {
            wire.oneHasLeft();
            assertThat(wire.inFlight).isLessThanOrEqualTo(OutboundQueue.MAX_IN_FLIGHT);
        }
        assertThat(wire.numbers())
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void aMessageLongerThanThatGoesAlone() {
        queue.stage(message(1, 10));
        queue.stage(message(2, 70_000));
        queue.stage(message(3, 10));
        queue.seal(100);
        release(100);
        assertThat(wire.numbers()).containsExactly(1);

        wire.oneHasLeft();
        assertThat(wire.numbers()).containsExactly(1, 2);

        wire.oneHasLeft();
        assertThat(wire.numbers()).containsExactly(1, 2, 3);
    }

    @Test
    void aQueueIsOverfullPastItsLimitOnly() {
        String text = message(1, 1 << 20).text();
        for (int i = 0; i < 63; i++) {
            queue.stage(new Staged("0", text, 0, Optional.empty()));
        }
        queue.seal(100);
        assertThat(queue.isOverfull()).isFalse();
        queue.stage(new Staged("0", text, 0, Optional.empty()));
        queue.seal(110);

        assertThat(queue.isOverfull()).isTrue();
    }

    @Test
    void aRefusedOrderLeavesAGapFillOfItsNumber() {
        queue.stage(message(1, 10));
        queue.stage(order(2));
        queue.stage(message(3, 10));
        queue.seal(100);
        refusal.set(Optional.of("killed"));
        release(100);

        assertThat(wire.numbers()).containsExactly(1, 2, 3);
        assertThat(wire.types()).containsExactly("0", "4", "0");
        assertThat(notSent).containsExactly("2: killed");
    }

    @Test
    void anOrderIsAskedAboutAgainWhenItsTurnComes() {
        queue.stage(message(1, 65_450));
        queue.stage(order(2));
        queue.seal(100);
        release(100);
        assertThat(wire.numbers()).containsExactly(1);
        refusal.set(Optional.of("killed meanwhile"));

        wire.oneHasLeft();

        assertThat(wire.types()).containsExactly("0", "4");
        assertThat(notSent).containsExactly("2: killed meanwhile");
    }

    @Test
    void anOrderThatWaitedTooLongIsNotSent() {
        queue.stage(order(1));
        queue.seal(100);
        clock.forward(Duration.ofSeconds(6));
        release(100);

        assertThat(wire.types()).containsExactly("4");
        assertThat(notSent).singleElement().asString().contains("more than 5000");
    }

    @Test
    void aCloseWaitsForWhatIsAtHand() {
        queue.stage(message(1, 10));
        queue.seal(100);
        queue.closeWhenSent();
        assertThat(queue.isClosing()).isTrue();
        release(100);
        assertThat(wire.closed).isFalse();

        wire.oneHasLeft();

        assertThat(wire.closed).isTrue();
        assertThat(queue.isClosing()).isFalse();
    }

    @Test
    void aCloseOfAnEmptyQueueIsAtOnce() {
        queue.closeWhenSent();

        assertThat(wire.closed).isTrue();
    }

    @Test
    void ordersThatWaitWhenAConnectionIsCutAreToldOf() {
        queue.stage(order(1));
        queue.seal(100);
        queue.stage(order(2));
        queue.stage(message(3, 10));
        queue.closeNow("gone");
        queue.closeNow("gone again");

        assertThat(notSent).containsExactly("2: gone", "1: gone");
        assertThat(wire.closed).isTrue();
        assertThat(queue.size()).isZero();
    }

    @Test
    void nothingIsTakenAfterTheClose() {
        queue.closeNow("gone");

        assertThat(queue.stage(order(1))).isFalse();
        assertThat(queue.size()).isZero();
    }

    /** Under TLS a write waits for a lock that the I/O thread may hold while it waits for ours. */
    @Test
    void noLockOfTheQueueIsHeldWhileTheTransportIsCalled() {
        wire.onCall = () -> assertThat(Thread.holdsLock(queue)).isFalse();
        queue.stage(message(1, 10));
        queue.stage(order(2));
        queue.seal(100);
        release(100);
        wire.oneHasLeft();
        queue.closeWhenSent();

        assertThat(wire.writes).hasSize(1);
        assertThat(wire.closed).isTrue();
    }

    /** The journal has failed: there is no durable position any more, and much may wait. */
    @Test
    void aQueueThatIsLetGoDrainsWithoutTheJournal() {
        for (int i = 1; i <= 100; i++) {
            queue.stage(message(i, 1_500));
        }
        queue.seal(100);

        queue.letGo();
        while (!wire.pending.isEmpty()) {
            wire.oneHasLeft();
        }

        assertThat(wire.numbers()).hasSize(100).isSorted();
    }

    private void release(long position) {
        released.set(position);
        queue.flush(position);
    }

    private Staged message(int number, int length) {
        return staged("0", number, length, Optional.empty());
    }

    private Staged order(int number) {
        return staged(
                "D",
                number,
                10,
                Optional.of(new Staged.OrderMark(new VenueClOrdId("V" + number), SCOPES, 5_000)));
    }

    @Test
    void itHasQuiescedOnceTheOrdersThatWerePermittedHaveLeft() {
        queue.stage(order(1));
        queue.seal(100);
        release(100);
        refusal.set(Optional.of("killed"));
        long mark = queue.ordersHandedOver();

        assertThat(queue.awaitLeft(mark, System.nanoTime())).isFalse();
        wire.oneHasLeft();
        assertThat(queue.awaitLeft(mark, System.nanoTime())).isTrue();
    }

    @Test
    void whatIsNoOrderNeedNotHaveLeft() {
        queue.stage(message(1, 10));
        queue.seal(100);
        release(100);
        refusal.set(Optional.of("killed"));
        queue.stage(order(2));
        queue.seal(110);
        release(110);

        assertThat(wire.bytes()).isPositive();
        assertThat(queue.awaitLeft(queue.ordersHandedOver(), System.nanoTime())).isTrue();
    }

    @Test
    void aDeadConnectionHasQuiesced() {
        queue.stage(order(1));
        queue.seal(100);
        release(100);
        queue.closeNow("gone");

        assertThat(queue.awaitLeft(queue.ordersHandedOver(), System.nanoTime())).isTrue();
    }

    /** A flush that had read the permit before the block is waited for, though it writes later. */
    @Test
    void aFlushThatHadReadThePermitIsWaitedFor() throws Exception {
        wire.holdWrites();
        queue.stage(order(1));
        queue.seal(100);
        Thread flushing = Thread.ofPlatform().start(() -> release(100));
        wire.awaitWrite();
        refusal.set(Optional.of("killed"));
        long mark = queue.ordersHandedOver();
        CompletableFuture<Boolean> quiesced =
                CompletableFuture.supplyAsync(
                        () -> queue.awaitLeft(mark, System.nanoTime() + 20_000_000_000L));

        assertThat(mark).isPositive();
        assertThat(quiesced).isNotDone();
        wire.letWritesGo();
        flushing.join();
        assertThat(quiesced).isNotDone();
        wire.oneHasLeft();

        assertThat(quiesced.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(wire.types()).containsExactly("D");
    }

    private Staged staged(String type, int number, int length, Optional<Staged.OrderMark> mark) {
        String body =
                "35=%s|34=%d|49=SLUICE|56=ALPHA|58=%s|"
                        .formatted(type, number, "x".repeat(length))
                        .replace('|', FixFields.SOH);
        return new Staged(type, FixText.message("FIX.4.4", body), clock.now().toEpochMilli(), mark);
    }

    /** A transport from which bytes leave when the test says so. */
    private static final class FakeWire implements OutboundQueue.Wire {

        private final List<String> writes = new ArrayList<>();
        private final Deque<Runnable> pending = new ArrayDeque<>();
        private long inFlight;
        private boolean closed;
        private Runnable onCall = () -> {};
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile CountDownLatch mayWrite = new CountDownLatch(0);

        void holdWrites() {
            mayWrite = new CountDownLatch(1);
        }

        void letWritesGo() {
            mayWrite.countDown();
        }

        void awaitWrite() throws InterruptedException {
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void write(byte[] bytes, Runnable done) {
            onCall.run();
            begun.countDown();
            try {
                mayWrite.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            writes.add(new String(bytes, StandardCharsets.ISO_8859_1));
            inFlight += bytes.length;
            pending.add(
                    () -> {
                        inFlight -= bytes.length;
                        done.run();
                    });
        }

        @Override
        public void close() {
            onCall.run();
            closed = true;
        }

        void oneHasLeft() {
            pending.remove().run();
        }

        long bytes() {
            return inFlight;
        }

        List<Integer> numbers() {
            return messages().stream().map(it -> Integer.valueOf(FixText.field(it, 34))).toList();
        }

        List<String> types() {
            return messages().stream().map(FixText::msgType).toList();
        }

        private List<String> messages() {
            return List.of(String.join("", writes).split("(?=8=FIX)"));
        }
    }
}
