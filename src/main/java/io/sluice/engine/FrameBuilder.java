package io.sluice.engine;

import io.sluice.port.Frame;
import io.sluice.port.OpenFrame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The frame that is being filled. Opened and closed by the engine's thread alone. */
public final class FrameBuilder implements OpenFrame {

    private final List<Frame.Entry> entries = new ArrayList<>();
    private final Set<Runnable> closers = new LinkedHashSet<>();
    private Instant at = Instant.EPOCH;
    private boolean open;

    void open(Instant now) {
        if (open) {
            throw new IllegalStateException("A frame is open already");
        }
        open = true;
        at = now;
    }

    @Override
    public int add(Frame.Entry entry) {
        if (!open) {
            throw new IllegalStateException("No frame is open for " + entry);
        }
        entries.add(entry);
        return entries.size() - 1;
    }

    @Override
    public void beforeClose(Runnable action) {
        closers.add(action);
    }

    @Override
    public Instant at() {
        return at;
    }

    boolean isOpen() {
        return open;
    }

    Frame close(long epoch) {
        List.copyOf(closers).forEach(Runnable::run);
        closers.clear();
        Frame frame = new Frame(epoch, at, List.copyOf(entries));
        entries.clear();
        open = false;
        return frame;
    }
}
