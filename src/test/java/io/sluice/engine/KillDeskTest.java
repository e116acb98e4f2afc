package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.Await;
import io.sluice.adapter.fix.FakeJournal;
import io.sluice.adapter.fix.JournalStores;
import io.sluice.core.Fixtures;
import io.sluice.core.Router;
import io.sluice.order.Command.Kill;
import io.sluice.order.Command.Rearm;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Input;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.KillState;
import io.sluice.port.Frame;
import io.sluice.port.KillLatch;
import io.sluice.port.KillSwitch.Answer;
import io.sluice.port.KillSwitch.KillRecord;
import io.sluice.port.KillSwitch.Rearmed;
import io.sluice.port.KillSwitch.Refused;
import io.sluice.port.SendPermit.Scopes;
import io.sluice.port.Staging;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The block comes first, outlives everything, and is lifted by a re-arm alone. */
class KillDeskTest {

    private static final Scopes OF_OMS =
            new Scopes(Fixtures.OMS, Fixtures.ALPHA, Fixtures.ACC1, Fixtures.AAPL);

    private final MemoryLatch latch = new MemoryLatch();
    private final Blocks blocks = new Blocks();
    private final List<String> late = new ArrayList<>();
    private FakeJournal journal = new FakeJournal();
    private Engine engine;
    private KillDesk desk;
    private Thread thread = new Thread();

    KillDeskTest() throws IOException {
        build(new Router(Fixtures.policy(Fixtures.wide())), blocks);
    }

    private void build(Router router, Blocks of) throws IOException {
        FrameBuilder frame = new FrameBuilder();
        Staging staging = new Sent();
        engine =
                new Engine(
                        new Engine.Recovered(router, 1),
                        journal,
                        new Engine.Outside(
                                frame, new JournalStores(journal, frame, Instant::now), staging),
                        of,
                        Instant::now,
                        new EngineSettings(false, 1L << 40, 1L << 40, 1L << 40, 1L << 40));
        desk = new KillDesk(engine, of, staging, new LatchKeeper(latch));
        engine.addListener(desk);
        desk.restore();
    }

    private void runs() {
        runs(1);
    }

    private void runs(int epoch) {
        journal.start(engine);
        engine.control()
                .offer(
                        () -> {
                            engine.tell(new Input.Started("T", epoch));
                            desk.tellAgain();
                        });
        engine.denyNewOrders(Optional.empty());
        thread = new Thread(engine, "engine");
        thread.start();
    }

    @AfterEach
    void ends() throws InterruptedException {
        engine.stop();
        thread.join();
        journal.close();
    }

    private static Kill kill(String id, String scope, KillMode mode) {
        return new Kill(new KillId(id), KillScope.parse(scope), mode, "a test", "ann");
    }

    private static Kill kill(String id) {
        return kill(id, "oms:OMS44", KillMode.BLOCK_AND_CANCEL);
    }

    private static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    private boolean isBlocked() {
        return blocks.refusal(OF_OMS).isPresent();
    }

    @Test
    void theBlockStandsAndIsLatchedBeforeTheEngineHasHeardOfIt() {
        CompletableFuture<Answer> answer = desk.kill(kill("K1"));

        assertThat(answer).isNotDone();
        assertThat(blocks.refusal(OF_OMS)).contains("kill K1: a test (oms:OMS44)");
        assertThat(latch.lines).containsExactly(kill("K1"));
    }

    @Test
    void theAnswerCountsAndNamesWhoIsLate() throws Exception {
        late.add("BRAVO");
        runs();

        KillRecord record = (KillRecord) get(desk.kill(kill("K1")));

        assertThat(record.state()).isEqualTo(KillState.KILLED_CONFIRMED);
        assertThat(record.notQuiesced()).containsExactly("BRAVO");
        assertThat(record.blockedAt()).isPresent();
        assertThat(get(desk.kill(kill("K1")))).isEqualTo(record);
        assertThat(get(desk.kills())).containsExactly(record);
    }

    @Test
    void aSweepBlocksNothingAndLeavesTheLatchOnceDurable() throws Exception {
        journal.hold();
        runs();
        get(desk.kill(kill("K1", "all", KillMode.CANCEL)));
        assertThat(isBlocked()).isFalse();
        assertThat(latch.lines).hasSize(1);

        journal.release();

        Await.until("the latch is empty", latch.lines::isEmpty);
    }

    @Test
    void aRearmLiftsTheBlockOnlyOnceItIsDurable() throws Exception {
        runs();
        get(desk.kill(kill("K1")));
        journal.hold();
        CompletableFuture<Answer> answer = rearm("oms:OMS44");
        get(desk.kills());
        assertThat(answer).isNotDone();
        assertThat(isBlocked()).isTrue();
        assertThat(latch.lines).hasSize(1);

        journal.release();

        assertThat(get(answer)).isInstanceOf(Rearmed.class);
        assertThat(isBlocked()).isFalse();
        Await.until("the latch is empty", latch.lines::isEmpty);
    }

    @Test
    void aRearmDoesNotLiftAKillThatCameAfterIt() throws Exception {
        runs();
        get(desk.kill(kill("K1")));
        CountDownLatch held = holdEngine();
        CompletableFuture<Answer> rearmed = rearm("oms:OMS44");
        CompletableFuture<Answer> killed = desk.kill(kill("K2"));
        held.countDown();

        assertThat(get(rearmed)).isInstanceOf(Rearmed.class);
        get(killed);
        assertThat(blocks.blocks().getFirst().kills()).containsExactly(new KillId("K2"));
        assertThat(isBlocked()).isTrue();
    }

    @Test
    void anotherKillUnderTheSameIdIsRefusedAndBlocksNothing() throws Exception {
        runs();
        get(desk.kill(kill("K1", "venue:DELTA", KillMode.BLOCK)));

        assertThat(get(desk.kill(kill("K1")))).isInstanceOf(Refused.class);
        assertThat(isBlocked()).isFalse();
    }

    @Test
    void anOldKillToldAgainAfterItsRearmBlocksNothing() throws Exception {
        runs();
        get(desk.kill(kill("K1")));
        get(rearm("oms:OMS44"));

        KillRecord again = (KillRecord) get(desk.kill(kill("K1")));

        assertThat(again.killId()).isEqualTo(new KillId("K1"));
        assertThat(isBlocked()).isFalse();
    }

    @Test
    void aKillWorksWhileTheJournalFails() throws Exception {
        runs();
        get(desk.kills());
        journal.fail(new IOException("disk full"));

        KillRecord record = (KillRecord) get(desk.kill(kill("K1")));

        assertThat(record.killId()).isEqualTo(new KillId("K1"));
        assertThat(blocks.blocks()).hasSize(1);
        assertThat(latch.lines).hasSize(1);
    }

    @Test
    void aLatchThatHangsHoldsNoKillUp() throws Exception {
        latch.hang();
        runs();

        assertThat(get(desk.kill(kill("K1")))).isInstanceOf(KillRecord.class);
        assertThat(isBlocked()).isTrue();
        latch.goOn();
    }

    @Test
    void aKillWhoseFrameWasLostIsToldAgainAtTheNextStart() throws Exception {
        assertThat(desk.kill(kill("K1"))).isNotDone();

        journal = new FakeJournal();
        Blocks next = new Blocks();
        build(new Router(Fixtures.policy(Fixtures.wide())), next);
        assertThat(next.refusal(OF_OMS)).isPresent();
        runs(2);

        assertThat(get(desk.find(new KillId("K1")))).isPresent();
        assertThat(journal.has(KillDeskTest::isKill)).isTrue();
        assertThat(next.refusal(OF_OMS)).isPresent();
    }

    private static boolean isKill(Frame.Entry entry) {
        return entry instanceof Frame.Happened(ScopeKilled _);
    }

    @Test
    void aRecoveredKillBlocksBeforeTheEngineRunsAndARearmedOneLeavesTheLatch() throws Exception {
        runs();
        get(desk.kill(kill("K1")));
        get(desk.kill(kill("K2", "venue:DELTA", KillMode.BLOCK)));
        get(rearm("venue:DELTA"));
        Await.until("one line is left", () -> latch.lines.size() == 1);
        engine.stop();
        thread.join();
        latch.lines.add(kill("K2", "venue:DELTA", KillMode.BLOCK));

        Blocks next = new Blocks();
        build(Router.restored(Fixtures.policy(Fixtures.wide()), engine.router().state()), next);

        assertThat(next.blocks())
                .extracting(it -> it.scope().toString())
                .containsExactly("oms:OMS44");
        Await.until("what was re-armed is dropped", () -> latch.lines.size() == 1);
    }

    @Test
    void aBlockedScopeRefusesItsOrdersOnly() {
        blocks.block(KillScope.parse("symbol:MSFT"), new KillId("K1"), "kill K1: x");
        assertThat(isBlocked()).isFalse();
        for (String scope :
                List.of("all", "oms:OMS44", "venue:ALPHA", "account:ACC1", "symbol:AAPL")) {
            KillScope it = KillScope.parse(scope);
            blocks.block(it, new KillId("K2"), "kill K2: x");
            assertThat(blocks.refusal(OF_OMS)).contains("kill K2: x (" + scope + ")");
            blocks.lift(it, List.of(new KillId("K2")));
            assertThat(isBlocked()).isFalse();
        }
    }

    private CompletableFuture<Answer> rearm(String scope) {
        return desk.rearm(new Rearm(KillScope.parse(scope), "fixed", "ann"));
    }

    private CountDownLatch holdEngine() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        engine.control()
                .offer(
                        () -> {
                            begun.countDown();
                            held.await();
                        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        return held;
    }

    /** A latch that can hang. */
    private static final class MemoryLatch implements KillLatch {

        final List<Kill> lines = java.util.Collections.synchronizedList(new ArrayList<>());
        private volatile CountDownLatch hanging = new CountDownLatch(0);

        void hang() {
            hanging = new CountDownLatch(1);
        }

        void goOn() {
            hanging.countDown();
        }

        @Override
        public List<Kill> kept() {
            return List.copyOf(lines);
        }

        @Override
        public void keep(Kill kill) throws IOException {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            lines.add(kill);
        }

        @Override
        public void drop(Collection<KillId> kills) {
            lines.removeIf(it -> kills.contains(it.killId()));
        }
    }

    /** Stages nothing; some sessions may be late. */
    private final class Sent implements Staging {

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
            return List.copyOf(late);
        }

        @Override
        public void journalFailed() {}
    }
}
