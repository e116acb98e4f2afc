package io.sluice.adapter.journal;

import io.sluice.adapter.journal.Window.Found;
import io.sluice.adapter.journal.Window.Whole;
import io.sluice.port.Frame;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Finds single frames, written or not. Safe for any thread. */
final class FrameLookup implements AutoCloseable {

    private static final int MAX_WINDOWS = 6;

    private final Segments segments;
    private final Tail tail;
    private final Deque<Window> windows = new ArrayDeque<>();

    FrameLookup(Segments segments, Tail tail) {
        this.segments = segments;
        this.tail = tail;
    }

    Frame read(long position) throws IOException {
        Frame unwritten = tail.unwritten(position);
        return unwritten != null ? unwritten : written(position);
    }

    private synchronized Frame written(long position) throws IOException {
        Window window = windowAt(position);
        Segment segment = window.segment();
        long offset = position - segment.first();
        Found found = offset < segment.dataStart() ? new Window.Nothing() : window.look(offset);
        if (!(found instanceof Whole)) {
            window.forget();
            found = window.look(offset);
        }
        if (found instanceof Whole whole && !whole.head().isMark()) {
            return window.decode(whole);
        }
        throw new DamagedJournalException(
                "No frame stands at position " + position + " in " + segment.path());
    }

    /**
     * Frames that are asked for one by one often stand side by side, in a few places at a time: a
     * message that was made from another frame needs both.
     */
    private Window windowAt(long position) throws IOException {
        Iterator<Window> seen = windows.iterator();
        while (seen.hasNext()) {
            Window window = seen.next();
            if (window.isNear(position)) {
                seen.remove();
                windows.addFirst(window);
                return window;
            }
        }
        if (windows.size() == MAX_WINDOWS) {
            windows.removeLast().close();
        }
        Window opened = segments.open(position);
        windows.addFirst(opened);
        return opened;
    }

    @Override
    public synchronized void close() throws IOException {
        while (!windows.isEmpty()) {
            windows.removeFirst().close();
        }
    }
}
