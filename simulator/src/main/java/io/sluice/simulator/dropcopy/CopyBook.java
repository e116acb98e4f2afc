package io.sluice.simulator.dropcopy;

import io.sluice.simulator.Ledger;

import tools.jackson.databind.JsonNode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every copy that came, in a ledger, with what was wrong with it; the ledger of earlier runs is
 * gone on with. Thread-safe.
 */
final class CopyBook implements Closeable {

    private final Ledger ledger;
    private final Clock clock;
    private final CopyRules rules = new CopyRules();
    private long copies;
    private long executions;
    private long cancelRejects;
    private long marked;
    private long violations;

    private CopyBook(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    static CopyBook open(Path directory, Clock clock) throws IOException {
        Path file = directory.resolve("ledger.jsonl");
        CopyBook book = new CopyBook(Ledger.open(file), clock);
        Ledger.read(file, book::recall);
        return book;
    }

    private synchronized void recall(JsonNode line) {
        switch (line.path("t").asString("")) {
            case "copy" -> {
                Copy copy = Copy.of(line);
                count(copy);
                var _ = rules.check(copy);
            }
            case "violation" -> violations++;
            default -> {
                // A run, a logon: no copy.
            }
        }
    }

    /** Keeps the copy; when this returns, the operating system has it. */
    synchronized List<Violation> take(Copy copy, String raw) {
        List<Violation> found = rules.check(copy);
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(line(copy));
        for (Violation violation : found) {
            Map<String, Object> line = line("violation");
            line.put("rule", violation.rule());
            line.put("text", violation.text());
            line.put("message", readable(raw));
            lines.add(line);
        }
        ledger.append(lines);
        count(copy);
        violations += found.size();
        return found;
    }

    /** Notes something else that happened: a run that began, a logon. */
    void note(String kind, boolean reset) {
        Map<String, Object> line = line(kind);
        line.put("reset", reset);
        ledger.append(line);
    }

    synchronized Figures figures(boolean loggedOn) {
        return new Figures(copies, executions, cancelRejects, marked, violations, loggedOn);
    }

    private void count(Copy copy) {
        copies++;
        executions += copy.isExecution() ? 1 : 0;
        cancelRejects += copy.isCancelReject() ? 1 : 0;
        marked += copy.isMarked() ? 1 : 0;
    }

    private Map<String, Object> line(Copy copy) {
        Map<String, Object> line = line("copy");
        copy.fields().forEach((field, value) -> line.put(field.ledgerName(), value));
        line.put("possDup", copy.possDup());
        line.put("possResend", copy.possResend());
        return line;
    }

    private Map<String, Object> line(String kind) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("t", kind);
        line.put("at", clock.instant().toString());
        return line;
    }

    private static String readable(String raw) {
        return raw.replace('\u0001', '|');
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
