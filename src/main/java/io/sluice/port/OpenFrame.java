package io.sluice.port;

import java.time.Instant;

/** The frame that is being filled. For the engine's thread only. */
public interface OpenFrame {

    /** Returns the entry's place in the frame, from 0. */
    int add(Frame.Entry entry);

    /** The time that the frame will bear. */
    Instant at();

    /** Runs just before the frame is closed, once per frame and action. */
    void beforeClose(Runnable action);
}
