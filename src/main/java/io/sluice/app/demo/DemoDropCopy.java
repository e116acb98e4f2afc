package io.sluice.app.demo;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The drop-copy reader of a demo, as often as it is started: after every other kill without its FIX
 * store. Single-threaded, but for {@link #process}.
 */
final class DemoDropCopy implements Victim {

    static final String NAME = "dropcopy";

    /** Nothing more comes when nothing came for so long; it had everything by then. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Child.Start start;
    private final Child.Start forgetfulStart;
    private final Tail said;
    private final Path ledger;
    private volatile Child process;
    private CopyFigures figures = CopyFigures.NONE;
    private long upSinceNanos;
    private boolean up;
    private int kills;

    private DemoDropCopy(Child.Start start, Child.Start forgetfulStart, Path ledger)
            throws IOException {
        this.start = start;
        this.forgetfulStart = forgetfulStart;
        this.said = new Tail(start.log());
        this.ledger = ledger;
        this.process = Child.start(start);
    }

    static DemoDropCopy start(DemoPorts ports, DemoDirectory directory) throws IOException {
        List<String> words = new ArrayList<>(List.of("dropcopy", "--json"));
        words.addAll(List.of("--port", String.valueOf(ports.of("OMS"))));
        words.addAll(List.of("--data", directory.dropCopy().toString()));
        List<String> forgetful = new ArrayList<>(words);
        forgetful.add("--forget");
        return new DemoDropCopy(
                start(words, directory),
                start(forgetful, directory),
                directory.dropCopy().resolve("ledger.jsonl"));
    }

    private static Child.Start start(List<String> words, DemoDirectory directory) {
        return new Child.Start(
                NAME,
                Child.SMALL,
                "io.sluice.simulator.Main",
                words,
                directory.path().resolve(NAME + ".log"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Child process() {
        return process;
    }

    @Override
    public int kills() {
        return kills;
    }

    @Override
    public void killAndRestart() throws IOException, InterruptedException {
        process.kill();
        kills++;
        listen();
        up = false;
        figures = new CopyFigures(figures.copies(), figures.violations(), false);
        process = Child.start(kills % 2 == 0 ? forgetfulStart : start);
    }

    @Override
    public boolean hasBeenUpFor(Duration time) throws IOException {
        listen();
        return up && System.nanoTime() - upSinceNanos >= time.toNanos();
    }

    /** What it said last. */
    CopyFigures figures() throws IOException {
        listen();
        return figures;
    }

    private void listen() throws IOException {
        for (String line : said.newLines()) {
            CopyFigures.parse(line).ifPresent(now -> figures = now);
        }
        if (!up && figures.loggedOn()) {
            up = true;
            upSinceNanos = System.nanoTime();
        }
    }

    /** Its ledger, once it holds all that is wanted and nothing more comes, or nothing comes. */
    Reports settle(DemoWatch watch, Reports wanted, String oms)
            throws IOException, InterruptedException {
        Reports copied = new Reports();
        Tail lines = new Tail(ledger);
        long lastNews = System.nanoTime();
        while (true) {
            List<String> news = Files.exists(ledger) ? lines.newLines() : List.of();
            for (String line : news) {
                copied.copied(JsonMapper.shared().readTree(line), oms);
            }
            lastNews = news.isEmpty() ? lastNews : System.nanoTime();
            Duration enough = copied.cover(wanted) ? QUIET : PATIENCE;
            if (System.nanoTime() - lastNews >= enough.toNanos()) {
                return copied;
            }
            watch.requireAlive();
            DemoWatch.pause();
        }
    }
}
