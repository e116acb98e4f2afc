package io.sluice.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.JournalStores;
import io.sluice.adapter.journal.FileJournal;
import io.sluice.adapter.journal.JournalSettings;
import io.sluice.app.RunningRouter;
import io.sluice.app.config.Config;
import io.sluice.app.config.RouterSettings;
import io.sluice.app.config.RouterSettings.VenueSettings;
import io.sluice.core.Fixtures;
import io.sluice.core.Policy;
import io.sluice.core.Router;
import io.sluice.core.RouterState;
import io.sluice.endtoend.Routers;
import io.sluice.engine.EngineState;
import io.sluice.engine.FrameBuilder;
import io.sluice.engine.Recovery;
import io.sluice.order.Event;
import io.sluice.order.VenueId;
import io.sluice.port.FixState;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs of one router, each on the data that the one before it left. */
final class RouterRuns {

    private static final Policy POLICY = Fixtures.policy(ScenarioLimits.limits());

    private final Path base;
    private final ScenarioClock clock;
    private Optional<RunningRouter> router = Optional.empty();
    private Map<String, Integer> ports = Map.of();
    private int run = 1;

    RouterRuns(Path base, ScenarioClock clock) {
        this.base = base;
        this.clock = clock;
    }

    boolean isRunning() {
        return router.isPresent();
    }

    RunningRouter running() {
        return router.orElseThrow();
    }

    int venuePort(String venue) {
        return ports.getOrDefault(venue, 0);
    }

    private Path data() {
        return base.resolve("run" + run);
    }

    RunningRouter start(Map<String, FixVenue> venues) {
        try {
            ports = new TreeMap<>();
            for (Map.Entry<String, FixVenue> venue : venues.entrySet()) {
                boolean up = venue.getValue().peer().isUp();
                ports.put(venue.getKey(), up ? venue.getValue().port() : Routers.freePort());
            }
            RunningRouter started = RunningRouter.start(config(ports), data(), clock);
            router = Optional.of(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The router did not start", e);
        }
    }

    /** The stock sessions, with the small market of the scenarios. */
    private static Config config(Map<String, Integer> ports) {
        Config stock = Routers.config(ports);
        RouterSettings it = stock.router();
        Map<VenueId, VenueSettings> venues = new HashMap<>();
        it.venues()
                .forEach(
                        (id, venue) ->
                                venues.put(
                                        id,
                                        new VenueSettings(
                                                venue.kind(),
                                                venue.session(),
                                                (int) POLICY.silentAfter().usual().toSeconds(),
                                                venue.maxUnsentMillis())));
        RouterSettings settings =
                new RouterSettings(
                        it.environment(),
                        "T",
                        it.accounts(),
                        new RouterSettings.TradingDaySettings(
                                POLICY.tradingDay().zone(),
                                POLICY.tradingDay().roll(),
                                POLICY.daysKept()),
                        it.journal(),
                        venues,
                        POLICY.routes().rules(),
                        it.console(),
                        it.fix(),
                        it.engine(),
                        it.logging(),
                        it.store());
        return new Config(
                settings,
                POLICY.limits(),
                POLICY.instruments(),
                stock.oms(),
                stock.brokers(),
                stock.limitsVersion());
    }

    /** Ends the run as a crash would: the next one finds the data as they are now. */
    void crash(Runnable whatFollows) {
        Path left = data();
        run++;
        copy(left, data());
        whatFollows.run();
        close();
    }

    private static void copy(Path from, Path to) {
        boolean complete = false;
        while (!complete) {
            try {
                copyOnce(from, to);
                complete = true;
            } catch (NoSuchFileException e) {
                assertThat(e.getFile()).as("a file that was renamed").isNotEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException("No copy of " + from, e);
            }
        }
    }

    private static void copyOnce(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
    }

    /** What recovery rebuilds, with the snapshot and without, is what the router was. */
    void checkReplay() {
        RunningRouter ended = running();
        close();
        RouterState last = ended.engine().router().state();
        try {
            Recovered withSnapshot = recover();
            for (Path snapshot : snapshots()) {
                Files.delete(snapshot);
            }
            Recovered fromTheBeginning = recover();

            assertThat(withSnapshot.router()).isEqualTo(last);
            assertThat(fromTheBeginning.frames()).isGreaterThan(withSnapshot.frames());
            assertThat(fromTheBeginning.router()).isEqualTo(last);
            assertThat(fromTheBeginning.sessions()).isEqualTo(withSnapshot.sessions());
        } catch (IOException e) {
            throw new UncheckedIOException("No recovery", e);
        }
    }

    private record Recovered(RouterState router, Set<FixState> sessions, long frames) {}

    private Recovered recover() throws IOException {
        try (FileJournal journal =
                FileJournal.open(
                        JournalSettings.of(data().resolve("journal")),
                        List.of(EngineState.class, Event.class))) {
            JournalStores stores = new JournalStores(journal, new FrameBuilder(), clock);
            Recovery.Result result = Recovery.recover(POLICY, journal, stores);
            Router router = result.router();
            return new Recovered(router.state(), used(stores.states()), result.frames());
        }
    }

    /** A session that never logged on is in a snapshot and nowhere else. */
    private static Set<FixState> used(List<FixState> sessions) {
        return sessions.stream().filter(it -> it.nextSender() > 1).collect(Collectors.toSet());
    }

    private List<Path> snapshots() throws IOException {
        try (Stream<Path> files = Files.list(data().resolve("journal"))) {
            return files.filter(it -> it.getFileName().toString().contains("snapshot")).toList();
        }
    }

    void close() {
        router.ifPresent(RunningRouter::close);
        router = Optional.empty();
    }
}
