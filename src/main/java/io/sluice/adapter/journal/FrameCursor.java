package io.sluice.adapter.journal;

import io.sluice.adapter.journal.FrameFormat.Head;
import io.sluice.adapter.journal.Window.Damage;
import io.sluice.adapter.journal.Window.Found;
import io.sluice.adapter.journal.Window.Nothing;
import io.sluice.adapter.journal.Window.Whole;
import io.sluice.port.Frame;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Goes over the frames after a position, from segment to segment. For one thread. */
final class FrameCursor implements AutoCloseable {

    private final Segments segments;
    private final long after;
    private Window window;
    private long offset;

    /** A frame and where it stands. */
    record Positioned(Head head, Frame frame) {}

    FrameCursor(Segments segments, long after) throws IOException {
        this.segments = segments;
        this.after = after;
        this.window = segments.open(after);
        this.offset = window.segment().dataStart();
    }

    /**
     * The next frame; null when it would stand after the limit. Everything up to the limit must
     * have been written.
     */
    @Nullable Positioned next(long limit) throws IOException {
        while (window.segment().first() + offset <= limit) {
            switch (freshLook()) {
                case Whole whole -> {
                    Head head = whole.head();
                    offset += head.length();
                    if (head.position() > after && !head.isMark()) {
                        return new Positioned(head, window.decode(whole));
                    }
                }
                case Nothing _ -> enter(window.segment().end());
                case Damage damage ->
                        throw new DamagedJournalException(
                                "The frame at position %d in %s (offset %d) is damaged: %s"
                                        .formatted(
                                                window.segment().first() + offset,
                                                window.segment().path(),
                                                offset,
                                                damage.why()));
            }
        }
        return null;
    }

    /** What was read ahead may have been written since. */
    private Found freshLook() throws IOException {
        Found found = window.look(offset);
        if (found instanceof Whole) {
            return found;
        }
        window.forget();
        return window.look(offset);
    }

    private void enter(long first) throws IOException {
        Window next = segments.open(first);
        window.close();
        window = next;
        offset = next.segment().dataStart();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
