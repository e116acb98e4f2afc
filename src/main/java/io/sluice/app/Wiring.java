package io.sluice.app;

import io.sluice.adapter.fix.FixLimits;
import io.sluice.adapter.fix.FixSession;
import io.sluice.adapter.fix.FixSettingsSession;
import io.sluice.adapter.fix.FixSide;
import io.sluice.adapter.fix.JournalStores;
import io.sluice.adapter.fix.NumberLimits;
import io.sluice.adapter.fix.Outbox;
import io.sluice.adapter.fix.broker.BrokerGateway;
import io.sluice.adapter.fix.broker.BrokerSymbols;
import io.sluice.adapter.fix.dropcopy.DropCopyGateway;
import io.sluice.adapter.fix.oms.OmsGateway;
import io.sluice.adapter.journal.Epochs;
import io.sluice.adapter.journal.FileJournal;
import io.sluice.adapter.journal.JournalSettings;
import io.sluice.adapter.journal.KillLatchFile;
import io.sluice.app.config.Config;
import io.sluice.app.config.RouterSettings;
import io.sluice.core.Patience;
import io.sluice.core.Policy;
import io.sluice.core.TradingDay;
import io.sluice.engine.Blocks;
import io.sluice.engine.Engine;
import io.sluice.engine.EngineSettings;
import io.sluice.engine.EngineState;
import io.sluice.engine.FrameBuilder;
import io.sluice.engine.KillDesk;
import io.sluice.engine.LatchKeeper;
import io.sluice.engine.Recovery;
import io.sluice.order.Account;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.VenueId;
import io.sluice.port.Clock;
import io.sluice.port.KillRecords;
import io.sluice.port.Latencies;
import io.sluice.port.SessionStatus.Role;
import io.sluice.routing.RoutingTable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the parts are joined, in the order in which they need each other. */
final class Wiring {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final long MIB = 1L << 20;

    /** An order takes 7.5 KB, its history in the console included; the rest is headroom. */
    private static final long BYTES_PER_ORDER = 12 << 10;

    /** The journal's folder in a data directory. */
    static final String JOURNAL = "journal";

    /** After an end in which numbers may have been used that the journal does not know. */
    private static final int SKIPPED_NUMBERS = 100_000;

    private final Config config;
    private final Clock clock;
    private final FileJournal journal;
    private final FrameBuilder frame = new FrameBuilder();
    private final Blocks blocks = new Blocks();
    private final Outbox outbox;
    private final JournalStores stores;

    /** The kill switch and what it keeps beside the journal. */
    record Killing(KillDesk desk, LatchKeeper keeper, KillLatchFile file) {

        /** After the engine has ended. */
        void close() throws IOException {
            keeper.close();
            file.close();
        }
    }

    /**
     * The parts of a router that is not started yet.
     *
     * @param recovered the position at which the run before it ended; 0 for the first
     */
    record Joined(
            FileJournal journal,
            Engine engine,
            FixSide fix,
            JournalStores stores,
            DropCopyGateway dropCopies,
            List<FixSettingsSession> acceptors,
            Latencies latencies,
            long recovered,
            Killing killing,
            Input.Started started) {

        /** The first work of a run, in its frame. */
        void begin() {
            if (journal.previousEndFailed()) {
                LOG.warn(
                        "ALARM: the journal had failed: FIX sender numbers skip ahead by {}",
                        SKIPPED_NUMBERS);
                stores.skipSenderNumbers(SKIPPED_NUMBERS);
                engine.whenDurable(this::forgetFailedEnd);
            }
            acceptors.forEach(this::recognise);
            engine.tell(started);
            killing.desk().tellAgain();
        }

        /** A drop copy that is new begins with what this run brings. */
        private void recognise(FixSettingsSession session) {
            if (session.isOms()) {
                stores.requireNoSubscription(session.sessionId());
            } else {
                stores.subscribe(session.sessionId(), recovered);
            }
        }

        private void forgetFailedEnd() {
            try {
                journal.clearPreviousEndFailed();
            } catch (IOException e) {
                LOG.error("ALARM: the mark of the failed end could not be cleared", e);
            }
        }
    }

    private Wiring(Config config, FileJournal journal, Clock clock) {
        this.config = config;
        this.journal = journal;
        this.clock = clock;
        this.outbox = new Outbox(blocks, clock);
        this.stores = new JournalStores(journal, frame, clock);
    }

    static Joined join(Config config, Path data, Clock clock) throws IOException {
        JournalSettings settings = journalSettings(config.router().journal(), data);
        long epoch = new Epochs(settings.directory()).raise(clock.now());
        FileJournal journal = FileJournal.open(settings, List.of(EngineState.class, Event.class));
        journal.tailCut()
                .ifPresent(cut -> LOG.warn("ALARM: the end of the journal was cut: {}", cut));
        return new Wiring(config, journal, clock).join(epoch, KillLatchFile.open(data));
    }

    private Joined join(long epoch, KillLatchFile latch) throws IOException {
        Recovery.Result recovered = Recovery.recover(policy(), journal, stores);
        LOG.info(
                "Recovered {} open orders; replayed {} frames with {} events; epoch {}",
                recovered.router().orders().open().size(),
                recovered.frames(),
                recovered.events(),
                epoch);
        Engine engine =
                new Engine(
                        new Engine.Recovered(recovered.router(), epoch),
                        journal,
                        new Engine.Outside(frame, stores, outbox),
                        blocks,
                        clock,
                        engineSettings());
        Killing killing = killing(engine, latch);
        FixSide fix =
                new FixSide(
                        new FixSide.Parts(
                                outbox,
                                stores,
                                engine,
                                engine,
                                clock,
                                engine::isEngineThread,
                                engine::endWith),
                        new FixLimits(
                                config.router().fix().maxMessageBytes(),
                                config.router().fix().laneCapacity()));
        engine.onTick(fix::tick);
        addOmsSessions(engine, fix, killing.desk());
        DropCopyGateway dropCopies = addDropCopies(engine, fix);
        addBrokers(engine, fix);
        engine.addListener(new Alarms());
        engine.addListener(killing.desk());
        Alarms.ofOrphans(engine.orders(), config.router().venues().keySet());
        return new Joined(
                journal,
                engine,
                fix,
                stores,
                dropCopies,
                config.oms().sessions(),
                outbox.latencies(),
                journal.durable(),
                killing,
                new Input.Started(config.router().instance(), epoch));
    }

    /** What was blocked is blocked again before any session is built. */
    private Killing killing(Engine engine, KillLatchFile latch) {
        LatchKeeper keeper = new LatchKeeper(latch);
        KillDesk desk = new KillDesk(engine, blocks, outbox, keeper);
        desk.restore();
        return new Killing(desk, keeper, latch);
    }

    private void addOmsSessions(Engine engine, FixSide fix, KillRecords kills) {
        NumberLimits numbers =
                new NumberLimits(
                        config.router().fix().maxDigits(), config.router().fix().maxExponent());
        OmsGateway gateway = new OmsGateway(engine, engine.orders(), clock, numbers, kills);
        for (FixSettingsSession session : config.oms().sessions()) {
            if (session.isOms()) {
                FixSession added = fix.add(session.sessionId(), Role.OMS, gateway);
                gateway.serve(added, new Account(session.defaultAccount().orElse("NONE")));
            }
        }
        engine.addListener(gateway);
    }

    private DropCopyGateway addDropCopies(Engine engine, FixSide fix) {
        DropCopyGateway gateway = new DropCopyGateway(journal, engine);
        for (FixSettingsSession session : config.oms().sessions()) {
            if (!session.isOms()) {
                gateway.serve(fix.add(session.sessionId(), Role.DROP_COPY, gateway));
            }
        }
        return gateway;
    }

    private void addBrokers(Engine engine, FixSide fix) {
        BrokerSymbols symbols = new BrokerSymbols(config.instruments().values());
        for (Map.Entry<VenueId, RouterSettings.VenueSettings> venue :
                config.router().venues().entrySet()) {
            FixSettingsSession session =
                    config.brokers().named(venue.getValue().session()).getFirst();
            engine.addListener(
                    new BrokerGateway(
                            venue.getKey(),
                            handler -> fix.add(session.sessionId(), Role.BROKER, handler),
                            new BrokerGateway.Parts(
                                    fix,
                                    engine,
                                    engine.orders(),
                                    symbols,
                                    venue.getValue().maxUnsentMillis())));
        }
    }

    private Policy policy() {
        RouterSettings router = config.router();
        Map<VenueId, Duration> silentAfter = new HashMap<>();
        router.venues()
                .forEach(
                        (venue, settings) ->
                                silentAfter.put(
                                        venue, Duration.ofSeconds(settings.silentAfterSeconds())));
        Policy policy =
                new Policy(
                        config.instruments(),
                        router.accounts(),
                        config.limits(),
                        new RoutingTable(router.routes()),
                        new TradingDay(router.tradingDay().zone(), router.tradingDay().roll()),
                        new Patience(Collections.min(silentAfter.values()), silentAfter),
                        router.tradingDay().daysKept());
        return router.store().enabled() ? policy.withArchive() : policy;
    }

    private EngineSettings engineSettings() {
        RouterSettings.JournalSettingsYaml settings = config.router().journal();
        return new EngineSettings(
                config.router().engine().waiting() == RouterSettings.Wait.SPIN,
                settings.maxBacklogMiB() * MIB,
                settings.maxBacklogAgeMillis(),
                settings.snapshotEveryFrames(),
                Runtime.getRuntime().maxMemory() / BYTES_PER_ORDER);
    }

    private static JournalSettings journalSettings(
            RouterSettings.JournalSettingsYaml settings, Path data) {
        return new JournalSettings(
                data.resolve(JOURNAL),
                switch (settings.durability()) {
                    case DISK -> JournalSettings.Durability.DISK;
                    case PROCESS -> JournalSettings.Durability.PROCESS;
                },
                (int) (settings.segmentMiB() * MIB),
                settings.maxBacklogMiB() * MIB,
                Duration.ofSeconds(settings.forceStallSeconds()));
    }
}
