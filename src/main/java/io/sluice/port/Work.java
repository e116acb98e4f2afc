package io.sluice.port;

/** Something to be done on the engine's thread, within one frame. */
@FunctionalInterface
public interface Work {

    void run() throws Exception;
}
