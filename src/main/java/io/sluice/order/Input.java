package io.sluice.order;

import java.util.Optional;

/** Everything that is told to the router. */
public sealed interface Input
        permits Command, VenueReport, Input.Tick, Input.Started, Input.LookedUp, Input.GoOnKilling {

    /** Time has passed. Comes about once a second. */
    record Tick() implements Input {}

    /** What the order book store has of the order of an unmatched report; nothing, for certain. */
    record LookedUp(VenueReport.Reported report, Optional<Archived> found) implements Input {}

    /**
     * The router has recovered and begins a run.
     *
     * @param instance the router's name in ids, at most 4 capitals and digits
     * @param epoch the number of the run; higher than that of every run before it
     */
    record Started(String instance, long epoch) implements Input {}

    /** The engine has time for the next slice of what running kills have to do. */
    record GoOnKilling() implements Input {}
}
