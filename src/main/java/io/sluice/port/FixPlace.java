package io.sluice.port;

import java.util.Comparator;

/**
 * One entry of the journal.
 *
 * @param position of its frame
 * @param entry its place in the frame, from 0
 */
public record FixPlace(long position, int entry) implements Comparable<FixPlace> {

    private static final Comparator<FixPlace> ORDER =
            Comparator.comparingLong(FixPlace::position).thenComparingInt(FixPlace::entry);

    /** Before everything. */
    public static final FixPlace BEGINNING = new FixPlace(0, -1);

    /** Behind everything in this frame. */
    public static FixPlace endOf(long position) {
        return new FixPlace(position, Integer.MAX_VALUE);
    }

    public boolean isAfter(FixPlace other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(FixPlace other) {
        return ORDER.compare(this, other);
    }
}
