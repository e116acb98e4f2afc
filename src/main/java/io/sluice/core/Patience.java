package io.sluice.core;

import io.sluice.order.Order;
import io.sluice.order.VenueId;

import java.time.Duration;
import java.util.Map;

/**
 * How long a venue may leave a request unanswered before it is asked.
 *
 * @param usual of a venue that is not in {@code byVenue}
 */
public record Patience(Duration usual, Map<VenueId, Duration> byVenue) {

    public Patience {
        byVenue = Map.copyOf(byVenue);
        requirePositive(usual);
        byVenue.values().forEach(Patience::requirePositive);
    }

    /** The same with every venue. */
    public static Patience everywhere(Duration usual) {
        return new Patience(usual, Map.of());
    }

    Duration with(Order order) {
        return order.venue().map(venue -> byVenue.getOrDefault(venue, usual)).orElse(usual);
    }

    private static void requirePositive(Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("silentAfter was " + time);
        }
    }
}
