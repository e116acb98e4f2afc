package io.sluice.port;

/** How many pieces of work wait in a lane. */
public record LaneStatus(String name, Lane.Priority priority, int size, int capacity) {}
