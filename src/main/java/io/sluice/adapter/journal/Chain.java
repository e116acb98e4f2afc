package io.sluice.adapter.journal;

import io.sluice.adapter.journal.FrameFormat.Head;

/**
 * What is known after a frame of a journal: each frame names the one before it, and no epoch is
 * lower than the one before.
 *
 * @param last the position of the last frame; 0 when there is none
 * @param durable the highest position that a frame says was durable
 * @param isOpen whether the frame before the first is not known
 */
record Chain(long last, long epoch, long durable, boolean isOpen) {

    /** The beginning of all journals, or, after a part of one was put away, of the rest of it. */
    static Chain from(long firstPosition) {
        return new Chain(0, 0, 0, firstPosition > 0);
    }

    boolean continuesWith(Head head) {
        return isOpen || (head.previous() == last && head.epoch() >= epoch);
    }

    Chain and(Head head) {
        return new Chain(head.position(), head.epoch(), Math.max(durable, head.durable()), false);
    }
}
