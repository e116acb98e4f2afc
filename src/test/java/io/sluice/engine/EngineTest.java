package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.fix.Await;
import io.sluice.adapter.fix.FakeJournal;
import io.sluice.adapter.fix.JournalStores;
import io.sluice.core.Fixtures;
import io.sluice.core.Router;
import io.sluice.order.Account;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.Input;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderState;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.Trade;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueReport;
import io.sluice.port.Frame;
import io.sluice.port.SendPermit;
import io.sluice.port.Staging;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The engine goes on, whatever its work, its router, its listeners or its ticks fail on. */
class EngineTest {

    private static final long MAX_ORDERS = 3;

    private static final SendPermit.Scopes SCOPES =
            new SendPermit.Scopes(
                    Fixtures.OMS, Fixtures.ALPHA, new Account("ACC1"), new Symbol("AAPL"));

    private final FakeJournal journal = new FakeJournal();
    private final FrameBuilder frame = new FrameBuilder();
    private final Router router = new Router(Fixtures.policy(Fixtures.wide()));
    private final Blocks blocks = new Blocks();
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final Engine engine =
            new Engine(
                    new Engine.Recovered(router, 1),
                    journal,
                    new Engine.Outside(
                            frame,
                            new JournalStores(journal, frame, Instant::now),
                            new NothingStaged()),
                    blocks,
                    Instant::now,
                    new EngineSettings(false, 1L << 40, 1L << 40, 1L << 40, MAX_ORDERS));
    private final Thread thread = new Thread(engine, "engine");

    @BeforeEach
    void starts() throws Exception {
        journal.start(engine);
        engine.denyNewOrders(Optional.empty());
        thread.start();
        tell(new Input.Started("T", 1));
        tell(new VenueReport.VenueUp(Fixtures.ALPHA));
    }

    @AfterEach
    void ends() throws InterruptedException {
        engine.stop();
        thread.join();
        journal.close();
    }

    @Test
    void anInputThatTheRouterFailsOnLeavesNothingAndTheNextOneWorks() throws Exception {
        VenueClOrdId id = routed(Side.BUY, "C1");
        List<Frame.Entry> before = journal.entries();

        assertThatThrownBy(() -> tell(filled(id, "E1", new Price(new Poison("multiply")))))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ArithmeticException.class);

        assertThat(journal.entries()).isEqualTo(before);
        tell(filled(id, "E1", Price.of("187.50")));
        assertThat(stateOf(id)).isEqualTo(OrderState.FILLED);
    }

    @Test
    void anEventThatCannotBeAppliedIsNotJournaledAndTheNextOneWorks() throws Exception {
        tell(filled(routed(Side.BUY, "C1"), "E1", Price.of("187.50")));
        VenueClOrdId id = routed(Side.SELL, "C2");
        List<Frame.Entry> before = journal.entries();

        assertThatThrownBy(() -> tell(filled(id, "E2", new Price(new Poison("subtract")))))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(UnableToApplyException.class);

        assertThat(journal.entries()).isEqualTo(before);
        tell(filled(id, "E2", Price.of("187.50")));
        assertThat(stateOf(id)).isEqualTo(OrderState.FILLED);
    }

    @Test
    void aListenerThatFailsDoesNotKeepAnEventFromTheOthers() throws Exception {
        engine.addListener(
                (event, _, _) -> {
                    throw new IllegalStateException("failed on " + event);
                });
        engine.addListener((event, _, _) -> heard.add(event));

        List<Event> events = tell(order(Side.BUY, "C1"));

        assertThat(heard).isEqualTo(events);
        assertThat(heard).hasAtLeastOneElementOfType(OrderRouted.class);
    }

    @Test
    void aBookThatIsFullDeniesOrdersAndSaysSo() throws Exception {
        for (int i = 1; i <= MAX_ORDERS; i++) {
            assertThat(tell(order(Side.BUY, "C" + i)))
                    .hasAtLeastOneElementOfType(OrderRouted.class);
        }

        assertThat(tell(order(Side.BUY, "ONE_MORE")))
                .filteredOn(OrderEvent.OrderDenied.class::isInstance)
                .singleElement()
                .extracting(it -> ((OrderEvent.OrderDenied) it).denial().text())
                .isEqualTo("BOOK_FULL scope=book limit=3 value=3 orders are remembered");
    }

    @Test
    void whatAListenerAsksForIsToldAfterItsEvent() throws Exception {
        engine.addListener((event, _, _) -> stopIfRouted(event));
        engine.addListener((event, _, _) -> heard.add(event));

        List<Event> events = tell(order(Side.BUY, "C1"));

        assertThat(events).hasAtLeastOneElementOfType(OrderNotSent.class);
        assertThat(heard).isEqualTo(events);
    }

    private void stopIfRouted(Event event) {
        if (event instanceof OrderRouted routed) {
            engine.tell(new Command.StopUnsent(new VenueClOrdId("NOBODYS"), "first"));
            engine.tell(new Command.StopUnsent(routed.venueClOrdId(), "second"));
        }
    }

    @Test
    void aTickThatFailsEndsNothing() throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        engine.onTick(
                () -> {
                    throw new IllegalStateException("a tick failed");
                });
        engine.onTick(ticks::incrementAndGet);

        Await.until("the engine ticks on", () -> ticks.get() >= 2);
        assertThat(tell(order(Side.BUY, "C1"))).isNotEmpty();
    }

    @Test
    void workThatFailsKeepsWhatItHadDone() throws Exception {
        engine.control()
                .offer(
                        () -> {
                            engine.tell(order(Side.BUY, "C1"));
                            throw new IllegalStateException("failed after its order");
                        });

        Await.until(
                "the order is journaled",
                () ->
                        journal.has(
                                it ->
                                        it instanceof Frame.Happened happened
                                                && happened.event() instanceof OrderRouted));
        assertThat(tell(new Input.Tick())).isNotNull();
    }

    @Test
    void anActionWaitsForItsFrameToBeDurable() throws Exception {
        journal.hold();
        CompletableFuture<String> done = new CompletableFuture<>();
        onEngine(
                () -> {
                    engine.tell(order(Side.BUY, "C1"));
                    engine.whenDurable(() -> done.complete("durable"));
                    return true;
                });
        tell(new Input.Tick());
        assertThat(done).isNotDone();

        journal.release();

        assertThat(done.get(20, TimeUnit.SECONDS)).isEqualTo("durable");
    }

    @Test
    void anEngineThatCannotGoOnBlocksEverythingAndSaysSo() throws Exception {
        CompletableFuture<Boolean> blockedThen = new CompletableFuture<>();
        engine.whenEngineFails(() -> blockedThen.complete(blocks.refusal(SCOPES).isPresent()));
        engine.control()
                .offer(
                        () -> {
                            throw new AssertionError("broken");
                        });

        assertThat(blockedThen.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(blocks.refusal(SCOPES).orElseThrow()).contains("broken");
        assertThat(engine.orderStop().orElseThrow().code()).isEqualTo(DenialCode.INTERNAL_ERROR);
        thread.join();
    }

    private VenueClOrdId routed(Side side, String clOrdId) throws Exception {
        return tell(order(side, clOrdId)).stream()
                .filter(OrderRouted.class::isInstance)
                .map(event -> ((OrderRouted) event).venueClOrdId())
                .findFirst()
                .orElseThrow();
    }

    private OrderState stateOf(VenueClOrdId id) throws Exception {
        return onEngine(() -> engine.orders().find(Fixtures.ALPHA, id).orElseThrow().state());
    }

    private static Command.NewOrder order(Side side, String clOrdId) {
        return new Command.NewOrder(
                Fixtures.OMS,
                new ClOrdId(clOrdId),
                Fixtures.limit(side, "100", "AAPL", "187.50"),
                CarriedFields.NONE);
    }

    private static VenueReport filled(VenueClOrdId id, String execId, Price price) {
        return new VenueReport.Reported(
                Fixtures.ALPHA,
                new VenueExecution(
                        Optional.of(new VenueExecId(execId)),
                        Optional.empty(),
                        id,
                        ExecType.TRADE,
                        OrdStatus.FILLED,
                        Qty.of("100"),
                        Qty.ZERO,
                        Price.of("187.50"),
                        "",
                        CarriedFields.NONE),
                Optional.of(new Trade(Qty.of("100"), price)));
    }

    private List<Event> tell(Input input) throws Exception {
        return onEngine(() -> engine.tell(input));
    }

    /** Ends when the frame is closed: the next work begins then. */
    private <T> T onEngine(Callable<T> action) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        engine.control()
                .offer(
                        () -> {
                            try {
                                done.complete(action.call());
                            } catch (Exception e) {
                                done.completeExceptionally(e);
                            }
                        });
        engine.control().offer(() -> closed.complete(true));
        closed.get(20, TimeUnit.SECONDS);
        return done.get();
    }

    /** 187.50, with which nobody can do one kind of sum. */
    private static final class Poison extends BigDecimal {

        private static final long serialVersionUID = 1L;

        private final String sum;

        Poison(String sum) {
            super("187.50");
            this.sum = sum;
        }

        @Override
        public BigDecimal stripTrailingZeros() {
            return this;
        }

        @Override
        public BigDecimal multiply(BigDecimal other) {
            failOn("multiply");
            return super.multiply(other);
        }

        @Override
        public BigDecimal subtract(BigDecimal other) {
            failOn("subtract");
            return super.subtract(other);
        }

        private void failOn(String asked) {
            if (asked.equals(sum)) {
                throw new ArithmeticException("poison");
            }
        }
    }

    /** Sends nothing. */
    private static final class NothingStaged implements Staging {

        @Override
        public boolean hasStaged() {
            return false;
        }

        @Override
        public void seal(long position) {}

        @Override
        public void release(long durable) {}

        @Override
        public List<String> quiesce(Duration patience) {
            return List.of();
        }

        @Override
        public void journalFailed() {}
    }
}
