package io.sluice.endtoend;

import io.sluice.adapter.fix.JournalStores;
import io.sluice.adapter.journal.FileJournal;
import io.sluice.adapter.journal.JournalSettings;
import io.sluice.app.config.Config;
import io.sluice.app.config.ConfigLoader;
import io.sluice.app.config.RouterSettings;
import io.sluice.core.Patience;
import io.sluice.core.Policy;
import io.sluice.core.Router;
import io.sluice.core.RouterState;
import io.sluice.core.TradingDay;
import io.sluice.engine.EngineState;
import io.sluice.engine.FrameBuilder;
import io.sluice.engine.Recovery;
import io.sluice.order.Event;
import io.sluice.port.FixState;
import io.sluice.port.Frame;
import io.sluice.routing.RoutingTable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stopped router's data directory holds, by its own way of recovery and by a full replay.
 *
 * @param sessions the numbering of every FIX session
 * @param frames every frame of the journal, the archived ones too
 */
record RecoveredRouter(
        Router router, List<FixState> sessions, RouterState replayed, List<Frame> frames) {

    static RecoveredRouter of(Path data, Path config) throws IOException {
        Policy policy = policy(ConfigLoader.load(config).config().orElseThrow());
        try (FileJournal journal =
                FileJournal.open(
                        JournalSettings.of(data.resolve("journal")),
                        List.of(EngineState.class, Event.class))) {
            JournalStores stores = new JournalStores(journal, new FrameBuilder(), Instant::now);
            Router router = Recovery.recover(policy, journal, stores).router();
            List<Frame> frames = new ArrayList<>();
            Router replayed = new Router(policy);
            journal.replay(
                    0,
                    (_, frame) -> {
                        frames.add(frame);
                        apply(frame, replayed);
                    });
            return new RecoveredRouter(router, stores.states(), replayed.state(), frames);
        }
    }

    /** The state that the journal says the router had at a position. */
    static RouterState stateAt(Path data, Path config, long position) throws IOException {
        Router router = new Router(policy(ConfigLoader.load(config).config().orElseThrow()));
        try (FileJournal journal =
                FileJournal.open(
                        JournalSettings.of(data.resolve("journal")),
                        List.of(EngineState.class, Event.class))) {
            journal.replay(
                    0,
                    (at, frame) -> {
                        if (at <= position) {
                            apply(frame, router);
                        }
                    });
        }
        return router.state();
    }

    private static void apply(Frame frame, Router router) {
        for (Frame.Entry entry : frame.entries()) {
            if (entry instanceof Frame.Happened happened) {
                router.apply(happened.event(), frame.at());
            }
        }
    }

    /** All events of a kind. */
    <E extends Event> List<E> events(Class<E> kind) {
        return frames.stream()
                .flatMap(frame -> frame.entries().stream())
                .filter(Frame.Happened.class::isInstance)
                .map(entry -> ((Frame.Happened) entry).event())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** How often a numbering of ours began anew. */
    long resets() {
        return frames.stream()
                .flatMap(frame -> frame.entries().stream())
                .filter(Frame.FixReset.class::isInstance)
                .count();
    }

    /** Every FIX message of ours, on all sessions. */
    Stream<String> sentMessages() {
        return frames.stream()
                .flatMap(frame -> frame.entries().stream())
                .filter(Frame.FixStored.class::isInstance)
                .map(entry -> ((Frame.FixStored) entry).text());
    }

    private static Policy policy(Config config) {
        RouterSettings router = config.router();
        return new Policy(
                config.instruments(),
                router.accounts(),
                config.limits(),
                new RoutingTable(router.routes()),
                new TradingDay(router.tradingDay().zone(), router.tradingDay().roll()),
                Patience.everywhere(Duration.ofSeconds(10)),
                router.tradingDay().daysKept());
    }
}
