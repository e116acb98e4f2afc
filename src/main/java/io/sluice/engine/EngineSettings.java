package io.sluice.engine;

/**
 * How the engine runs.
 *
 * @param spin whether it waits by spinning, where cores are to spare, instead of parking
 * @param maxBacklogBytes unforced bytes past which new orders are denied
 * @param maxBacklogAgeMillis age of the oldest unforced frame past which new orders are denied
 * @param snapshotEveryFrames frames between two snapshots
 * @param maxOrders orders that the book may remember; past that new ones are denied
 */
public record EngineSettings(
        boolean spin,
        long maxBacklogBytes,
        long maxBacklogAgeMillis,
        long snapshotEveryFrames,
        long maxOrders) {}
