package io.sluice.app.demo;

import io.sluice.app.demo.Reports.Told;

import java.util.ArrayList;
import java.util.List;

/** Lays what was copied beside what the OMS was told, report by report. */
final class CopyComparison {

    private final Reports told;
    private final Reports copied;
    private final List<String> disagreements = new ArrayList<>();

    CopyComparison(Reports told, Reports copied) {
        this.told = told;
        this.copied = copied;
    }

    List<String> disagreements() {
        disagreements.addAll(copied.disagreements());
        if (told.byId().isEmpty()) {
            disagreements.add("the OMS was told nothing: no copy was compared");
        }
        told.byId().forEach(this::original);
        copied.byId().forEach(this::copy);
        return disagreements;
    }

    private void original(String id, Told original) {
        Told copy = copied.byId().get(id);
        if (copy == null) {
            disagreements.add(id + " was told to the OMS and not copied");
            return;
        }
        for (String difference : original.report().differencesTo(copy.report())) {
            disagreements.add("in the copy of %s %s".formatted(id, difference));
        }
        if (!original.report().isExecution()) {
            rejectsAreAsMany(id, original, copy);
        }
    }

    private void copy(String id, Told copy) {
        if (!told.byId().containsKey(id)) {
            disagreements.add(id + " was copied, and the OMS was never told");
        }
        if (copy.report().isExecution() && copy.unmarked() > 1) {
            disagreements.add(id + " was copied " + copy.unmarked() + " times without a mark");
        }
    }

    /**
     * They have no id: one side cannot have been told more without a mark than the other at all.
     */
    private void rejectsAreAsMany(String id, Told original, Told copy) {
        if (copy.unmarked() > original.times() || original.unmarked() > copy.times()) {
            disagreements.add(
                    "%s was told %d times and copied %d times"
                            .formatted(id, original.times(), copy.times()));
        }
    }
}
