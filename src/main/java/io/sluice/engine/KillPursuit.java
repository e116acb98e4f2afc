package io.sluice.engine;

import io.sluice.core.Router;
import io.sluice.port.Lane;

import java.time.Instant;

/**
 * Has running kills go on, a slice at a time, between the work of others: venues first, and some of
 * what OMSs ask. For the engine's thread.
 */
final class KillPursuit {

    /** Works of others between two slices, while others have any. */
    private static final int TURNS_BETWEEN = 8;

    private final Lane lane;
    private final Router router;
    private final Runnable slice;
    private boolean begun;
    private boolean offered;
    private boolean failed;
    private int turnsLeft;

    /**
     * @param lane of a venue's priority: the pursuit goes before new orders
     */
    KillPursuit(Lane lane, Router router, Runnable slice) {
        this.lane = lane;
        this.router = router;
        this.slice = slice;
    }

    /** Not before the run has: until then the router remembers venues of the last one as up. */
    void begin() {
        begun = true;
    }

    void afterWork(Instant now, boolean ticked) {
        if (turnsLeft > 0) {
            turnsLeft--;
        } else {
            offerIfDue(now, ticked);
        }
    }

    /** Whether there is work now. */
    boolean whenIdle(Instant now, boolean ticked) {
        return offerIfDue(now, ticked);
    }

    /** After a failure the next tick tries again: what failed would fail at once. */
    private boolean offerIfDue(Instant now, boolean ticked) {
        if (!begun || offered || (failed && !ticked) || !router.killsAreDue(now)) {
            return false;
        }
        offered = lane.offer(this::run);
        return offered;
    }

    private void run() {
        offered = false;
        turnsLeft = TURNS_BETWEEN;
        failed = true;
        slice.run();
        failed = false;
    }
}
