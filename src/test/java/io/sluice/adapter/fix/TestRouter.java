package io.sluice.adapter.fix;

import io.sluice.adapter.fix.broker.BrokerGateway;
import io.sluice.adapter.fix.broker.BrokerSymbols;
import io.sluice.adapter.fix.dropcopy.DropCopyGateway;
import io.sluice.adapter.fix.oms.OmsGateway;
import io.sluice.core.Fixtures;
import io.sluice.core.Policy;
import io.sluice.engine.Blocks;
import io.sluice.engine.Engine;
import io.sluice.engine.EngineSettings;
import io.sluice.engine.FrameBuilder;
import io.sluice.engine.KillDesk;
import io.sluice.engine.LatchKeeper;
import io.sluice.engine.Recovery;
import io.sluice.order.Account;
import io.sluice.order.Command;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.KillId;
import io.sluice.port.Frame;
import io.sluice.port.KillLatch;
import io.sluice.port.KillSwitch;
import io.sluice.port.SessionStatus;
import io.sluice.port.SessionStatus.Role;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * A router for bare peers: the real engine and FIX side, a journal that can be held, a clock that
 * can be put forward, lanes that can be held up. OMS44 and OMS45 may log on to it, and DROP44, who
 * reads copies; it logs on to ALPHA, which the test plays.
 */
public final class TestRouter implements AutoCloseable {

    static final long MAX_UNSENT_MILLIS = 60_000;
    private static final long MAX_ORDERS = 1L << 40;

    private static final quickfix.SessionID DROP =
            new quickfix.SessionID("FIX.4.4", "SLUICE", "DROP44");

    private final FakeJournal journal;
    private final TestClock clock = new TestClock();
    private final AtomicReference<Optional<String>> refusal =
            new AtomicReference<>(Optional.empty());
    private final ServerSocket broker = FixPeer.listen();
    private final Engine engine;
    private final Thread thread;
    private final KillDesk kills;
    private final HoldableLanes lanes;
    private final FixSide fix;
    private final JournalStores stores;
    private final DropCopyGateway dropCopies;

    /** How a router is set up, and what it remembers. */
    record Setup(FakeJournal journal, String omsSettings, int laneCapacity, Policy policy) {

        static Setup plain() {
            return new Setup(
                    new FakeJournal(),
                    "NonStopSession=Y",
                    10_000,
                    Fixtures.policy(Fixtures.wide()));
        }

        Setup with(String settings) {
            return new Setup(journal, settings, laneCapacity, policy);
        }

        Setup withLanesOf(int capacity) {
            return new Setup(journal, omsSettings, capacity, policy);
        }

        Setup with(Policy other) {
            return new Setup(journal, omsSettings, laneCapacity, other);
        }

        Setup after(FakeJournal earlier) {
            return new Setup(earlier.afterRestart(), omsSettings, laneCapacity, policy);
        }
    }

    private TestRouter(Setup setup) throws Exception {
        journal = setup.journal();
        FrameBuilder frame = new FrameBuilder();
        stores = new JournalStores(journal, frame, clock);
        Recovery.Result recovered = Recovery.recover(setup.policy(), journal, stores);
        Blocks blocks = new Blocks();
        Outbox outbox = new Outbox(scopes -> refusal.get().or(() -> blocks.refusal(scopes)), clock);
        engine =
                new Engine(
                        new Engine.Recovered(recovered.router(), journal.run()),
                        journal,
                        new Engine.Outside(frame, stores, outbox),
                        blocks,
                        clock,
                        new EngineSettings(false, 1L << 40, 1L << 40, 1L << 40, MAX_ORDERS));
        kills = new KillDesk(engine, blocks, outbox, new LatchKeeper(new NoLatch()));
        kills.restore();
        engine.addListener(kills);
        lanes = new HoldableLanes(engine);
        fix =
                new FixSide(
                        new FixSide.Parts(
                                outbox,
                                stores,
                                lanes,
                                engine,
                                clock,
                                engine::isEngineThread,
                                engine::endWith),
                        new FixLimits(65_536, setup.laneCapacity()));
        engine.onTick(fix::tick);
        dropCopies = new DropCopyGateway(journal, lanes);
        addSessions(setup);
        long recoveredUpTo = journal.durable();
        thread = new Thread(engine, "engine");
        journal.start(engine);
        thread.start();
        onEngine(
                () -> {
                    stores.subscribe(DROP, recoveredUpTo);
                    engine.tell(new Input.Started("T", journal.run()));
                    fix.start(
                            settings(FixSettingsSide.ACCEPTOR, acceptor(setup)).toQuickFix(),
                            settings(FixSettingsSide.INITIATOR, initiator()).toQuickFix());
                    return true;
                });
        engine.denyNewOrders(Optional.empty());
    }

    static TestRouter start() throws Exception {
        return start(Setup.plain());
    }

    static TestRouter start(Setup setup) throws Exception {
        return new TestRouter(setup);
    }

    private static String acceptor(Setup setup) {
        return """
            [DEFAULT]
            ConnectionType=acceptor
            BeginString=FIX.4.4
            SenderCompID=SLUICE
            SocketAcceptAddress=127.0.0.1
            SocketAcceptPort=0
            DataDictionary=FIX44.xml
            AllowUnknownMsgFields=Y
            ValidateUserDefinedFields=N
            %s
            [SESSION]
            TargetCompID=OMS44
            [SESSION]
            TargetCompID=OMS45
            [SESSION]
            TargetCompID=DROP44
            SluiceRole=dropcopy
            """
                .formatted(setup.omsSettings());
    }

    private String initiator() {
        return """
            [DEFAULT]
            ConnectionType=initiator
            BeginString=FIX.4.4
            SenderCompID=SLUICE
            NonStopSession=Y
            HeartBtInt=30
            ReconnectInterval=1
            ValidateIncomingMessage=N
            DataDictionary=FIX44.xml
            SocketConnectHost=127.0.0.1
            SocketConnectPort=%d
            [SESSION]
            TargetCompID=ALPHA
            """
                .formatted(broker.getLocalPort());
    }

    private static FixSettingsFile settings(FixSettingsSide side, String text) {
        return FixSettingsFile.parse("test.cfg", side, text, Map.of());
    }

    private void addSessions(Setup setup) {
        OmsGateway gateway =
                new OmsGateway(this::tell, engine.orders(), clock, new NumberLimits(30, 18), kills);
        for (FixSettingsSession session :
                settings(FixSettingsSide.ACCEPTOR, acceptor(setup)).sessions()) {
            if (session.isOms()) {
                gateway.serve(fix.add(session.sessionId(), Role.OMS, gateway), new Account("ACC1"));
            } else {
                dropCopies.serve(fix.add(session.sessionId(), Role.DROP_COPY, dropCopies));
            }
        }
        engine.addListener(gateway);
        FixSettingsSession alpha =
                settings(FixSettingsSide.INITIATOR, initiator()).sessions().getFirst();
        engine.addListener(
                new BrokerGateway(
                        Fixtures.ALPHA,
                        handler -> fix.add(alpha.sessionId(), Role.BROKER, handler),
                        new BrokerGateway.Parts(
                                fix,
                                this::tell,
                                engine.orders(),
                                new BrokerSymbols(Fixtures.instruments().values()),
                                MAX_UNSENT_MILLIS)));
    }

    /** The router fails on everything that mentions poison. */
    private List<Event> tell(Input input) {
        if (input.toString().contains("POISON")) {
            throw new IllegalStateException("poison");
        }
        return engine.tell(input);
    }

    /** An OMS that has opened a connection. */
    FixPeer oms(String compId) throws IOException {
        return FixPeer.connect(port(), compId);
    }

    int port() {
        return fix.ports().getFirst();
    }

    /** The broker, to whom the router has just opened a connection and sends its Logon. */
    FixPeer alpha() throws Exception {
        FixPeer alpha = FixPeer.accept(broker, "ALPHA");
        Await.until("the connection is known", () -> status("ALPHA").connected());
        onEngine(
                () -> {
                    session("ALPHA").next();
                    return true;
                });
        return alpha;
    }

    /** The broker, once orders may go to it. */
    FixPeer alphaUp() throws Exception {
        FixPeer alpha = alpha().takesLogon();
        Await.until("ALPHA is up", () -> status("ALPHA").synchronised());
        return alpha;
    }

    FakeJournal journal() {
        return journal;
    }

    TestClock clock() {
        return clock;
    }

    KillSwitch kills() {
        return kills;
    }

    /** Keeps nothing. */
    private static final class NoLatch implements KillLatch {

        @Override
        public List<Command.Kill> kept() {
            return List.of();
        }

        @Override
        public void keep(Command.Kill kill) {}

        @Override
        public void drop(Collection<KillId> dropped) {}
    }

    Engine engine() {
        return engine;
    }

    FixSide fix() {
        return fix;
    }

    /** Why no order may leave from now on, if so. */
    void refuses(Optional<String> why) {
        refusal.set(why);
    }

    HoldableLanes.HoldableLane laneOf(String compId) {
        return lanes.named("FIX.4.4:SLUICE->" + compId);
    }

    /** What recovery would find: the state of every session, and of replaying all frames. */
    JournalStores stores() {
        return stores;
    }

    /** Where what waits for OMSs is sent from, slice by slice. */
    HoldableLanes.HoldableLane deliverLane() {
        return lanes.named("fix-deliver");
    }

    HoldableLanes.HoldableLane timerLane() {
        return lanes.named("fix-timer");
    }

    SessionStatus status(String compId) {
        return fix.sessions().stream()
                .filter(it -> it.id().equals(compId))
                .findFirst()
                .orElseThrow();
    }

    /** Messages of a type that were stored for a peer, sent or not. */
    long stored(String compId, String msgType) {
        return journal.entries().stream().filter(it -> isStored(it, compId, msgType)).count();
    }

    private static boolean isStored(Frame.Entry entry, String compId, String msgType) {
        return entry instanceof Frame.FixStored stored
                && stored.session().endsWith(compId)
                && FixText.msgType(stored.text()).equals(msgType);
    }

    boolean happened(Predicate<Event> wanted) {
        return journal.has(entry -> entry instanceof Frame.Happened it && wanted.test(it.event()));
    }

    /** Does something on the engine's thread and waits for the end of its frame. */
    <T> T onEngine(Callable<T> action) throws Exception {
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

    /** The session itself, to do something with on the engine's thread. */
    quickfix.Session session(String compId) {
        return quickfix.Session.lookupSession(new quickfix.SessionID("FIX.4.4", "SLUICE", compId));
    }

    @Override
    public void close() throws IOException {
        fix.stop();
        engine.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dropCopies.close();
        journal.close();
        broker.close();
    }
}
