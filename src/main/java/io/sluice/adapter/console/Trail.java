package io.sluice.adapter.console;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** The positions of the frames that tell of an order, the newest first. */
record Trail(long position, @Nullable Trail before) {

    static Trail begin(long position) {
        return new Trail(position, null);
    }

    /** A frame counts once, however many of its events are the order's. */
    Trail and(long next) {
        return next == position ? this : new Trail(next, this);
    }

    Deque<Long> oldestFirst() {
        Deque<Long> positions = new ArrayDeque<>();
        for (Trail at = this; at != null; at = at.before) {
            positions.addFirst(at.position);
        }
        return positions;
    }
}
