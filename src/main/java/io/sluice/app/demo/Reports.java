package io.sluice.app.demo;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reports that one side was told, each once, with how often it came. Answers to status requests
 * are none. Single-threaded.
 */
final class Reports {

    private final Map<String, Told> byId = new LinkedHashMap<>();
    private final List<String> disagreements = new ArrayList<>();

    /** A report as it came first, and how often it came with and without the mark of a repeat. */
    record Told(Report report, int unmarked, int marked) {

        Told and(boolean isMarked) {
            return new Told(report, unmarked + (isMarked ? 0 : 1), marked + (isMarked ? 1 : 0));
        }

        int times() {
            return unmarked + marked;
        }
    }

    /** What the OMS simulator was told. */
    static Reports ofOms(Ledger ledger) {
        Reports reports = new Reports();
        for (JsonNode line : ledger.lines()) {
            Report report = Report.of(line);
            boolean isCopied = report.isExecution() || report.isCancelReject();
            if (Ledger.text(line, "t").equals("report") && isCopied && !report.isStatusAnswer()) {
                reports.add(report, line);
            }
        }
        return reports;
    }

    /**
     * One more line of the drop-copy reader's ledger.
     *
     * @param oms the CompID of the only OMS that there is
     */
    void copied(JsonNode line, String oms) {
        switch (Ledger.text(line, "t")) {
            case "copy" -> copy(line, oms);
            case "violation" ->
                    disagreements.add(
                            "the drop-copy reader objects: "
                                    + Ledger.text(line, "rule")
                                    + ": "
                                    + Ledger.text(line, "text"));
            default -> {
                // A run, a logon: nothing that was told.
            }
        }
    }

    private void copy(JsonNode line, String oms) {
        Report report = Report.of(line);
        if (!Ledger.text(line, "oms").equals(oms)) {
            disagreements.add(
                    "the copy of %s names the OMS '%s' and not '%s'"
                            .formatted(report.id(), Ledger.text(line, "oms"), oms));
        }
        Told before = byId.get(report.id());
        add(report, line);
        if (before != null && !before.report().equals(report)) {
            before.report()
                    .differencesTo(report)
                    .forEach(
                            it ->
                                    disagreements.add(
                                            "copies of %s differ: %s".formatted(report.id(), it)));
        }
    }

    private void add(Report report, JsonNode line) {
        boolean isMarked = Ledger.flag(line, "possDup") || Ledger.flag(line, "possResend");
        byId.merge(
                report.id(),
                new Told(report, 0, 0).and(isMarked),
                (before, _) -> before.and(isMarked));
    }

    Map<String, Told> byId() {
        return byId;
    }

    /** What is wrong by itself, without a look at the other side. */
    List<String> disagreements() {
        return disagreements;
    }

    /** Whether everything that is wanted has come. */
    boolean cover(Reports wanted) {
        return byId.size() >= wanted.byId.size() && byId.keySet().containsAll(wanted.byId.keySet());
    }
}
