package io.sluice.simulator.oms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the violations of one answer. Used by one thread. */
final class Findings {

    private final Answer answer;
    private final List<Violation> violations = new ArrayList<>();

    Findings(Answer answer) {
        this.answer = answer;
    }

    void add(String rule, String text) {
        violations.add(new Violation(rule, text, answer.raw()));
    }

    void unless(boolean holds, String rule, Supplier<String> text) {
        if (!holds) {
            add(rule, text.get());
        }
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }
}
