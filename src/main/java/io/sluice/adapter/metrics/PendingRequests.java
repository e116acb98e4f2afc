package io.sluice.adapter.metrics;

import io.sluice.order.VenueClOrdId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cancels and replaces without an answer, so that an answer can be counted by what was asked.
 * Bounded: the oldest is forgotten first. For one thread.
 */
final class PendingRequests {

    private static final int MAX_KEPT = 100_000;

    /** What was asked of a venue. */
    enum Kind {
        CANCEL,
        REPLACE
    }

    private final Map<VenueClOrdId, Kind> kinds =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<VenueClOrdId, Kind> eldest) {
                    return size() > MAX_KEPT;
                }
            };

    void asked(VenueClOrdId request, Kind kind) {
        kinds.put(request, kind);
    }

    Optional<Kind> answered(VenueClOrdId request) {
        return Optional.ofNullable(kinds.remove(request));
    }
}
