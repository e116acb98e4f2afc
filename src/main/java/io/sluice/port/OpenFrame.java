package io.sluice.port;

/** The frame that is being filled. For the engine's thread only. */
public interface OpenFrame {

    void add(Frame.Entry entry);

    /** Runs just before the frame is closed, once per frame and action. */
    void beforeClose(Runnable action);
}
