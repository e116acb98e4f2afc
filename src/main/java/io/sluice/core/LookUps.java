package io.sluice.core;

import io.sluice.order.Event.LookUpEnded;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.VenueReport.Reported;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The unmatched reports whose orders are being looked up, oldest first. They survive restarts. For
 * the engine's thread.
 */
final class LookUps {

    /** Past so many, an operator must look. */
    static final int MOST = 1_000;

    private final Set<Reported> waiting = new LinkedHashSet<>();

    void restore(Collection<Reported> all) {
        waiting.addAll(all);
    }

    List<Reported> all() {
        return List.copyOf(waiting);
    }

    boolean isFull() {
        return waiting.size() >= MOST;
    }

    boolean contain(Reported report) {
        return waiting.contains(report);
    }

    void began(ReportUnmatched event) {
        if (event.lookUp() && event.report() instanceof Reported report) {
            waiting.add(report);
        }
    }

    void ended(LookUpEnded event) {
        waiting.remove(event.report());
    }
}
