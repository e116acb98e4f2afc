package io.sluice.adapter.console;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the stream of events: everything up to it was told. Written as {@code POSITION-INDEX},
 * a frame's position and the index of an entry in it, or as {@code POSITION}, the whole frame.
 */
record StreamPlace(long position, int index) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,18})(?:-(\\d{1,9}))?");
    private static final int WHOLE_FRAME = Integer.MAX_VALUE;

    static StreamPlace afterFrame(long position) {
        return new StreamPlace(position, WHOLE_FRAME);
    }

    /** Nothing when it is no place. */
    static Optional<StreamPlace> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        long position = Long.parseLong(shape.group(1));
        String index = shape.group(2);
        return Optional.of(
                index == null
                        ? afterFrame(position)
                        : new StreamPlace(position, Integer.parseInt(index)));
    }

    boolean isBefore(long otherPosition, int otherIndex) {
        return otherPosition > position || (otherPosition == position && otherIndex > index);
    }

    /** A follower that begins after this position meets everything after the place. */
    long followAfter() {
        return index == WHOLE_FRAME ? position : Math.max(0, position - 1);
    }

    @Override
    public String toString() {
        return index == WHOLE_FRAME ? String.valueOf(position) : position + "-" + index;
    }
}
