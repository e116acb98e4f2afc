package io.sluice.adapter.journal;

import io.sluice.adapter.journal.Window.Damage;
import io.sluice.adapter.journal.Window.Found;
import io.sluice.adapter.journal.Window.Nothing;
import io.sluice.adapter.journal.Window.Whole;
import io.sluice.adapter.journal.disk.Disk;

import java.io.IOException;
import java.util.List;

/** A walk over all frames of a list of segments, up to where they end or are damaged. */
final class Scan {

    private final Disk disk;
    private final List<Segment> segments;
    private final Taker taker;
    private Chain chain;
    private int index;
    private long offset;
    private String why = "";

    /** Takes each whole frame, in order. */
    interface Taker {
        void take(Window window, Whole frame) throws IOException;
    }

    /**
     * What was found.
     *
     * @param segment the one that the last frame is in, or would be
     * @param offset where in it the next frame goes
     * @param mark the highest position that any frame, also one after the end, says was durable
     * @param rest how many bytes after the end are not zero
     * @param why what is wrong at the end; empty when the frames simply end
     */
    record Result(Chain chain, Segment segment, long offset, long mark, long rest, String why) {

        long position() {
            return segment.first() + offset;
        }

        /** Whether something that was durable is not there. */
        boolean hasLostDurable() {
            return mark >= position();
        }
    }

    private Scan(Disk disk, List<Segment> segments, Taker taker) {
        this.disk = disk;
        this.segments = segments;
        this.taker = taker;
        this.chain = Chain.from(segments.getFirst().first());
    }

    /**
     * Walks and tells what it found.
     *
     * @param segments at least one, each beginning where the one before ends
     */
    static Result of(Disk disk, List<Segment> segments, Taker taker) throws IOException {
        Scan scan = new Scan(disk, segments, taker);
        scan.walk();
        return scan.result();
    }

    private void walk() throws IOException {
        for (int i = 0; i < segments.size(); i++) {
            try (Window window = new Window(disk, segments.get(i))) {
                long start = segments.get(i).dataStart();
                if (i > 0 && !beginsWell(window, start)) {
                    return;
                }
                index = i;
                offset = start;
                if (!walk(window)) {
                    return;
                }
            }
        }
    }

    /** Whether the first frame of a later segment is there, whole, and the next one. */
    private boolean beginsWell(Window window, long start) throws IOException {
        switch (window.look(start)) {
            case Whole first when chain.continuesWith(first.head()) -> {
                return true;
            }
            case Whole _ -> why = "frames are missing before the next segment";
            case Damage damage -> why = firstFrame(window, start, damage.why());
            case Nothing _ -> {
                boolean isClean = window.endOfBytes(start) == start;
                why = isClean ? "" : firstFrame(window, start, "its length was 0");
            }
        }
        return false;
    }

    private static String firstFrame(Window window, long start, String why) {
        return "the frame at position %d, the first of the next segment: %s"
                .formatted(window.segment().first() + start, why);
    }

    /** Whether the frames of the segment ended well. */
    private boolean walk(Window window) throws IOException {
        while (true) {
            Found found = window.look(offset);
            switch (found) {
                case Whole frame when chain.continuesWith(frame.head()) -> {
                    taker.take(window, frame);
                    chain = chain.and(frame.head());
                    offset += frame.head().length();
                }
                case Whole frame -> {
                    why = "it does not follow the one before: " + frame.head();
                    return false;
                }
                case Damage damage -> {
                    why = damage.why();
                    return false;
                }
                case Nothing _ -> {
                    boolean isClean = window.endOfBytes(offset) == offset;
                    why = isClean ? "" : "its length was 0";
                    return isClean;
                }
            }
        }
    }

    private Result result() throws IOException {
        long mark = chain.durable();
        long rest = 0;
        for (int i = index; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            long from = i == index ? offset : segment.dataStart();
            try (Window window = new Window(disk, segment)) {
                long end = window.endOfBytes(from);
                rest += end - from;
                mark = Math.max(mark, highestMark(window, from, end));
            }
        }
        return new Result(chain, segments.get(index), offset, mark, rest, why);
    }

    /** The highest durable position that frames after the damage know of. */
    private static long highestMark(Window window, long from, long end) throws IOException {
        long mark = 0;
        long at = from;
        while (at < end) {
            if (window.knowsItsPosition(at) && window.look(at) instanceof Whole frame) {
                mark = Math.max(mark, frame.head().durable());
                at += frame.head().length();
            } else {
                at++;
            }
        }
        return mark;
    }
}
