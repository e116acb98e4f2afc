package io.sluice.port;

/** Makes lanes into the engine's thread. */
public interface Lanes {

    Lane lane(String name, Lane.Priority priority, int capacity);
}
