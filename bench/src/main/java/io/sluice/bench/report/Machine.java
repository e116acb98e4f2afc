package io.sluice.bench.report;

/**
 * Where it was measured.
 *
 * @param pinned whether router and generator had a CPU each
 * @param forceMicros what forcing 300 bytes to its disk took, the middle of many times
 */
public record Machine(
        int cpus,
        boolean pinned,
        long memoryMiB,
        String java,
        String system,
        String loadAverage,
        long forceMicros) {}
