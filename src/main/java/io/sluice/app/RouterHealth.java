package io.sluice.app;

import io.sluice.adapter.fix.FixSide;
import io.sluice.adapter.journal.FileJournal;
import io.sluice.engine.Engine;
import io.sluice.order.Denial;
import io.sluice.order.KillScope;
import io.sluice.port.Health;
import io.sluice.port.Journal;
import io.sluice.port.KillSwitch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is asked of a router to know whether it can take orders. */
final class RouterHealth implements Health {

    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(5);

    private final Engine engine;
    private final FileJournal journal;
    private final FixSide fix;
    private final KillSwitch kills;
    private final Journal.Following console;
    private final long toBeRead;

    RouterHealth(
            Engine engine,
            FileJournal journal,
            FixSide fix,
            KillSwitch kills,
            Journal.Following console) {
        this.engine = engine;
        this.journal = journal;
        this.fix = fix;
        this.kills = kills;
        this.console = console;
        this.toBeRead = journal.durable();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                orders(),
                engineAlive(),
                journalWritable(),
                sessionsListed(),
                consoleReads(console, toBeRead));
    }

    private Check orders() {
        Optional<Denial> denial = engine.orderStop();
        return new Check(
                "orders", denial.isEmpty(), denial.map(Denial::text).orElseGet(this::takenWhere));
    }

    /** What a kill blocks is meant to be blocked: the router is well. */
    private String takenWhere() {
        List<KillScope> blocked = kills.blocks().stream().map(KillSwitch.Block::scope).toList();
        return blocked.isEmpty()
                ? "new orders are taken"
                : "new orders are taken, but not where a kill blocks them: " + blocked;
    }

    private Check engineAlive() {
        Duration silent = Duration.between(engine.aliveAt(), Instant.now());
        return new Check(
                "engine",
                silent.compareTo(ENGINE_PATIENCE) < 0,
                "last tick " + silent.toMillis() + " ms ago");
    }

    private Check journalWritable() {
        Optional<Throwable> failure = journal.failure();
        boolean hasRoom = journal.hasRoomForOrders();
        Journal.Backlog backlog = journal.backlog();
        return new Check(
                "journal",
                failure.isEmpty() && hasRoom,
                failure.map(it -> "failed: " + it.getMessage())
                        .orElse(
                                "%s%d bytes wait, the oldest for %d ms"
                                        .formatted(
                                                hasRoom ? "" : "no room for orders; ",
                                                backlog.bytes(),
                                                backlog.ageMillis())));
    }

    /**
     * A console that reads no more, or has not read yet what was there at the start, shows an old
     * book, and must not look sound.
     */
    static Check consoleReads(Journal.Following console, long toBeRead) {
        Optional<Throwable> failure = console.failure();
        long position = console.position();
        String read = "has read up to position " + position;
        return new Check(
                "console",
                failure.isEmpty() && position >= toBeRead,
                failure.map(it -> "stopped after position " + position + ": " + it)
                        .orElse(position < toBeRead ? read + " of " + toBeRead : read));
    }

    private Check sessionsListed() {
        int count = fix.sessions().size();
        return new Check("sessions", count > 0, count + " FIX sessions");
    }
}
