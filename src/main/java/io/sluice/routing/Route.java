package io.sluice.routing;

import io.sluice.order.Denial;
import io.sluice.order.VenueId;

/** Where an order goes, or why it goes nowhere. */
public sealed interface Route {

    /** Chosen by the rule of that name. */
    record To(VenueId venue, String rule) implements Route {}

    record Nowhere(Denial denial) implements Route {}
}
