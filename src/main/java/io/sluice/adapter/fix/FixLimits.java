package io.sluice.adapter.fix;

/**
 * The limits of the FIX side.
 *
 * @param maxMessageBytes the longest message that is taken
 * @param laneCapacity messages of one session that may wait for the engine
 * @param maxUnsentMillis how long an order may wait in the outbox before it is stopped instead
 */
public record FixLimits(int maxMessageBytes, int laneCapacity, long maxUnsentMillis) {}
