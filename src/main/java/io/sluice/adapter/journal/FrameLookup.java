package io.sluice.adapter.journal;

import io.sluice.adapter.journal.Window.Found;
import io.sluice.adapter.journal.Window.Whole;
import io.sluice.port.Frame;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Finds single frames, written or not. Safe for any thread. */
final class FrameLookup implements AutoCloseable {

    private final Segments segments;
    private final Tail tail;
    private @Nullable Window last;

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

    /** Frames that are asked for one by one often stand side by side. */
    private Window windowAt(long position) throws IOException {
        if (last != null && position >= last.segment().first() && position < last.segment().end()) {
            return last;
        }
        close();
        Window opened = segments.open(position);
        last = opened;
        return opened;
    }

    @Override
    public synchronized void close() throws IOException {
        if (last != null) {
            last.close();
            last = null;
        }
    }
}
