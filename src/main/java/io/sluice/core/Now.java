package io.sluice.core;

import io.sluice.order.Denial;

import java.time.Instant;
import java.util.Optional;

/**
 * What the router must know of the moment it decides in.
 *
 * @param noNewOrders why new orders and replaces are denied now, if they are; cancels pass
 */
public record Now(Instant at, Optional<Denial> noNewOrders) {

    public static Now at(Instant at) {
        return new Now(at, Optional.empty());
    }
}
