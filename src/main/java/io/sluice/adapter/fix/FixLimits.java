package io.sluice.adapter.fix;

/**
 * The limits of the FIX side.
 *
 * @param maxMessageBytes the longest message that is taken
 * @param laneCapacity messages of one session that may wait for the engine
 */
public record FixLimits(int maxMessageBytes, int laneCapacity) {}
