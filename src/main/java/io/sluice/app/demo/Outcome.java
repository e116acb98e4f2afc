package io.sluice.app.demo;

import io.sluice.app.ExitCode;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a demo ended: what was compared, how often what was killed, and how the OMS ended.
 *
 * @param kills by the names of what the user wanted killed: a run without any has shown nothing
 */
record Outcome(Verdict verdict, SortedMap<String, Integer> kills, int omsExit) {

    Outcome {
        kills = Collections.unmodifiableSortedMap(new TreeMap<>(kills));
    }

    int exitCode() {
        return verdict.agrees() && omsExit == 0 && unkilled().isEmpty() ? ExitCode.OK : ExitCode.NO;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (!kills.isEmpty()) {
            text.append("kills      ").append(words()).append('\n');
        }
        text.append(verdict.text());
        for (String name : unkilled()) {
            text.append("\nFAILED     no kill of the ")
                    .append(name)
                    .append(" happened: the run was too short for one");
        }
        return text.toString();
    }

    private String words() {
        return kills.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<String> unkilled() {
        return kills.entrySet().stream()
                .filter(it -> it.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
