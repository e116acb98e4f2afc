package io.sluice.adapter.console;

import io.javalin.http.Context;
import io.sluice.port.Health;
import io.sluice.port.Journal;
import io.sluice.port.KillSwitch;
import io.sluice.port.SessionStatus;
import io.sluice.port.Sessions;
import io.sluice.port.StoreHealth;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The routes that tell how the router is, and the one that stops it. */
record StatusRoutes(
        String version,
        OrderViews views,
        Journal journal,
        Sessions sessions,
        Health health,
        Optional<StoreHealth> store,
        KillSwitch killSwitch,
        Runnable stop) {

    /**
     * What {@code GET /api/v1/status} answers.
     *
     * @param store absent when there is none
     */
    record Status(
            String version,
            long pid,
            Instant startedAt,
            long uptimeSeconds,
            boolean ready,
            List<Health.Check> checks,
            List<KillSwitch.Block> blocks,
            Counters counters,
            JournalStatus journal,
            Optional<StoreHealth.Status> store) {}

    /**
     * @param durable the highest position that is durable
     * @param seen the highest position that the console has seen
     */
    record JournalStatus(long durable, long seen, long backlogBytes, long backlogAgeMillis) {}

    record Live(boolean live) {}

    record Ready(boolean ready, List<Health.Check> checks, List<KillSwitch.Block> blocks) {}

    record SessionList(List<SessionStatus> sessions) {}

    void live(Context http) {
        http.json(new Live(true));
    }

    void ready(Context http) {
        Ready ready = ready();
        http.status(ready.ready() ? 200 : 503).json(ready);
    }

    void sessions(Context http) {
        http.json(new SessionList(sessions.sessions()));
    }

    void status(Context http) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        Ready ready = ready();
        Journal.Backlog backlog = journal.backlog();
        http.json(
                new Status(
                        version,
                        runtime.getPid(),
                        Instant.ofEpochMilli(runtime.getStartTime()),
                        runtime.getUptime() / 1_000,
                        ready.ready(),
                        ready.checks(),
                        ready.blocks(),
                        views.counters(),
                        new JournalStatus(
                                journal.durable(),
                                views.position(),
                                backlog.bytes(),
                                backlog.ageMillis()),
                        store.map(StoreHealth::status)));
    }

    /** The answer has left before the stop begins, which ends this server too. */
    void stop(Context http) throws IOException {
        byte[] answer = "{\"stopping\":true}".getBytes(StandardCharsets.UTF_8);
        http.status(202).contentType("application/json");
        http.res().setContentLength(answer.length);
        try (OutputStream out = http.res().getOutputStream()) {
            out.write(answer);
        }
        Thread.ofPlatform().name("stop").start(stop);
    }

    /** One look at the checks, so that the verdict and the list cannot differ. */
    private Ready ready() {
        List<Health.Check> checks = health.checks();
        return new Ready(checks.stream().allMatch(Health.Check::ok), checks, killSwitch.blocks());
    }
}
