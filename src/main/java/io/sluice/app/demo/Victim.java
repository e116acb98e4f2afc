package io.sluice.app.demo;

import java.io.IOException;
import java.time.Duration;

/** A part of the demo that is killed on the way and started again. Single-threaded. */
interface Victim {

    /** As in {@code --kill-NAME-every}. */
    String name();

    /** The process that lives now, or lived last. */
    Child process();

    /** Whether the present process has been up for so long. */
    boolean hasBeenUpFor(Duration time) throws IOException;

    void killAndRestart() throws IOException, InterruptedException;

    int kills();
}
