package io.sluice.app;

import io.sluice.adapter.console.HttpApi;
import io.sluice.adapter.console.KnownScopes;
import io.sluice.adapter.console.OrderViews;
import io.sluice.adapter.fix.FixSettingsSession;
import io.sluice.adapter.fix.FixSide;
import io.sluice.adapter.fix.dropcopy.DropCopyGateway;
import io.sluice.adapter.journal.DataLock;
import io.sluice.adapter.journal.FileJournal;
import io.sluice.adapter.metrics.RouterMetrics;
import io.sluice.adapter.store.OrderStore;
import io.sluice.app.config.Config;
import io.sluice.app.logging.LogOutput;
import io.sluice.engine.ArchiveDesk;
import io.sluice.engine.Engine;
import io.sluice.engine.LimitDesk;
import io.sluice.engine.OperatorDesk;
import io.sluice.engine.PositionDesk;
import io.sluice.order.Account;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Symbol;
import io.sluice.order.VenueId;
import io.sluice.port.Clock;
import io.sluice.port.Journal;
import io.sluice.port.KillSwitch;
import io.sluice.port.Work;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A router that runs: started from a configuration and a data directory, until it is closed. */
public final class RunningRouter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningRouter.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOGOUT_PATIENCE = Duration.ofSeconds(3);
    private static final Duration LAST_CANCELS = Duration.ofSeconds(2);

    private final Path data;
    private final DataLock lock;
    private final FileJournal journal;
    private final Engine engine;
    private final FixSide fix;
    private final DropCopyGateway dropCopies;
    private final Wiring.Killing killing;
    private final Thread engineThread;
    private final HttpApi api;
    private final Journal.Following following;
    private final Watch watch;
    private final Optional<OrderStore> store;
    private final Optional<ArchiveDesk> archive;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunningRouter(Config config, Path data, DataLock lock, Wiring.Joined joined)
            throws IOException {
        this.data = data;
        this.lock = lock;
        this.journal = joined.journal();
        this.engine = joined.engine();
        this.fix = joined.fix();
        this.dropCopies = joined.dropCopies();
        this.killing = joined.killing();
        this.engineThread = new Thread(engine, "engine");
        this.store = startStore(config, data, journal);
        this.archive = store.map(it -> new ArchiveDesk(engine, it.archive(), journal::durable));
        archive.ifPresent(engine::addListener);
        long before = journal.durable();
        engine.whenJournalFails(this::endAfterJournalFailure);
        engine.whenEngineFails(RunningRouter::endAtOnce);
        journal.start(engine);
        engineThread.start();
        boolean open = false;
        try {
            onEngine(joined::begin);
            onEngine(() -> archive.ifPresent(it -> it.start(engine.router().lookUps())));
            OrderViews views = new OrderViews(config.router().tradingDay().daysKept());
            this.following = journal.follow("console", 0, views);
            RouterHealth health = new RouterHealth(engine, journal, fix, killing.desk(), following);
            this.watch = watch(config, joined, health, before);
            new Gauges(watch.metrics()).register(views, following, fix, store);
            this.api = startApi(config, views, health);
            watch.metrics().gauge("sluice.streams", "Open streams", api, HttpApi::streams);
            onEngine(() -> fix.start(config.oms().toQuickFix(), config.brokers().toQuickFix()));
            open = true;
        } finally {
            if (!open) {
                stopWhatRuns();
            }
        }
        engine.denyNewOrders(Optional.empty());
        runFile(config).write(data);
    }

    /** Ends a start that came to nothing, without a farewell. */
    private void stopWhatRuns() {
        fix.stop();
        engine.stop();
        join(engineThread);
        dropCopies.close();
        closeStore();
        closeLatch();
        journal.close();
    }

    /** Neither its start nor its absence keeps a router from running. */
    private static Optional<OrderStore> startStore(Config config, Path data, FileJournal journal)
            throws IOException {
        return config.router().store().enabled()
                ? Optional.of(
                        OrderStore.start(
                                StoreParts.settings(config, data),
                                StoreParts.facts(config),
                                journal,
                                journal::oldest))
                : Optional.empty();
    }

    private void closeStore() {
        archive.ifPresent(ArchiveDesk::close);
        store.ifPresent(OrderStore::close);
    }

    private Watch watch(Config config, Wiring.Joined joined, RouterHealth health, long before)
            throws IOException {
        RouterMetrics metrics =
                new RouterMetrics(
                        new RouterMetrics.Parts(
                                Version.current(),
                                config.router().venues().keySet(),
                                journal,
                                journal,
                                engine,
                                joined.latencies(),
                                fix,
                                health));
        return Watch.start(journal, before, metrics, config.router().logging().orders());
    }

    private void closeLatch() {
        try {
            killing.close();
        } catch (IOException e) {
            LOG.warn("The kill latch did not close: {}", e.getMessage());
        }
    }

    private HttpApi startApi(Config config, OrderViews views, RouterHealth health)
            throws IOException {
        return HttpApi.start(
                new HttpApi.Address(
                        config.router().console().host(), config.router().console().port()),
                ApiToken.readOrCreate(data).value(),
                Version.current(),
                new HttpApi.Parts(
                        views,
                        journal,
                        new OperatorDesk(engine),
                        new PositionDesk(engine),
                        new LimitDesk(engine, config.limitsVersion()),
                        killing.desk(),
                        scopes(config),
                        fix,
                        health,
                        new HttpApi.Watching(
                                journal,
                                watch.metrics()::text,
                                config.router().console().metricsToken()),
                        store.map(it -> new HttpApi.Store(it.records(), it.health()))),
                stopAsked::countDown);
    }

    private static KnownScopes scopes(Config config) {
        return new KnownScopes(
                config.oms().sessions().stream()
                        .filter(FixSettingsSession::isOms)
                        .map(FixSettingsSession::compId)
                        .toList(),
                config.router().venues().keySet().stream().map(VenueId::value).toList(),
                config.router().accounts().stream().map(Account::value).toList(),
                config.instruments().keySet().stream().map(Symbol::value).toList());
    }

    /**
     * Starts a router and returns once it takes orders.
     *
     * @throws IOException when the data directory is another's, the journal is damaged, or a port
     *     is taken; the text says which
     */
    public static RunningRouter start(Config config, Path data) throws IOException {
        return start(config, data, Instant::now);
    }

    /** Starts a router that reads this clock. */
    public static RunningRouter start(Config config, Path data, Clock clock) throws IOException {
        DataLock lock = DataLock.acquire(data);
        boolean started = false;
        try {
            RunningRouter router =
                    new RunningRouter(config, data, lock, Wiring.join(config, data, clock));
            started = true;
            return router;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    /** Has it done in a frame, before anything else, and waits until it is. */
    private void onEngine(Work work) throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        engine.control()
                .offer(
                        () -> {
                            try {
                                work.run();
                                done.complete(null);
                            } catch (Exception e) {
                                done.completeExceptionally(e);
                            }
                        });
        try {
            done.get(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("FIX sessions: " + reasons(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("FIX sessions did not start within " + START_PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting", e);
        }
    }

    /**
     * What the causes say, from the outside in: the place is told by one, the reason by another.
     */
    private static String reasons(@Nullable Throwable e) {
        List<String> texts = new ArrayList<>();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            boolean repeats = cause.getCause() != null && isToldBy(cause, cause.getCause());
            if (!repeats) {
                texts.add(String.valueOf(cause.getMessage()));
            }
        }
        return String.join(": ", texts);
    }

    private static boolean isToldBy(Throwable outer, Throwable inner) {
        return outer.getMessage() == null || outer.getMessage().equals(inner.toString());
    }

    private RunFile runFile(Config config) {
        int omsPort = fix.ports().isEmpty() ? 0 : fix.ports().getFirst();
        return RunFile.ofThisProcess(
                config.router().console().host(),
                new RunFile.Ports(omsPort, api.port()),
                Instant.now());
    }

    /** What a person reads when it has started. */
    public String greeting() {
        return "Sluice takes orders: FIX on port %s, console at port %d, data in %s"
                .formatted(fix.ports(), api.port(), data);
    }

    public int omsPort() {
        return fix.ports().getFirst();
    }

    public int consolePort() {
        return api.port();
    }

    /** The engine, to look at its router on its own thread, or after the close. */
    public Engine engine() {
        return engine;
    }

    /** Stops scopes, as the API does. */
    public KillSwitch killSwitch() {
        return killing.desk();
    }

    /** Waits until someone asks it to stop. */
    public void awaitStop() throws InterruptedException {
        stopAsked.await();
    }

    /**
     * Takes no more orders, logs out, makes everything durable, and lets go of the data directory.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        stopAsked.countDown();
        LOG.info("Stopping");
        engine.denyNewOrders(
                Optional.of(Denial.of(DenialCode.NOT_READY, "the router is stopping")));
        engine.control().offer(() -> fix.logOut("The router is stopping"));
        awaitLogouts();
        fix.stop();
        api.close();
        engine.control().offer(engine::snapshotAndStop);
        join(engineThread);
        closeLatch();
        dropCopies.close();
        watch.catchUp(journal);
        following.close();
        closeStore();
        journal.close();
        watch.close();
        letGo();
        LOG.info("Stopped");
        LogOutput.close();
    }

    private void awaitLogouts() {
        Instant deadline = Instant.now().plus(LOGOUT_PATIENCE);
        while (fix.isAnyLoggedOn() && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(LOGOUT_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void letGo() {
        try {
            RunFile.removeOwn(data);
            lock.close();
        } catch (IOException e) {
            LOG.warn("Could not let go of {}: {}", data, e.getMessage());
        }
    }

    private static void endAtOnce() {
        LogOutput.close();
        Runtime.getRuntime().halt(ExitCode.SOFTWARE);
    }

    /**
     * Without a journal the router must not go on: the last cancels leave, then the process ends.
     */
    private void endAfterJournalFailure() {
        Thread end =
                new Thread(
                        () -> {
                            LockSupport.parkNanos(LAST_CANCELS.toNanos());
                            LOG.error("Ending: the journal failed. See docs/operations.md.");
                            LogOutput.close();
                            Runtime.getRuntime().halt(ExitCode.IO_ERROR);
                        },
                        "journal-failed");
        end.setDaemon(true);
        end.start();
    }
}
