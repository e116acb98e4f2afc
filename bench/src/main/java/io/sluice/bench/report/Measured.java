package io.sluice.bench.report;

import io.sluice.bench.load.PhaseResult;

/**
 * One phase of one router.
 *
 * @param cpuMicrosPerOrder user and system time of the router's process
 * @param othersPercent how busy anything else kept the machine, of all its CPUs
 */
public record Measured(PhaseResult result, long cpuMicrosPerOrder, long othersPercent) {

    private static final long LATE_MICROS = 1_000;
    private static final long BUSY_PERCENT = 10;

    /** Whether the machine had other work, so that the latencies are not the router's alone. */
    public boolean isDisturbed() {
        return result.lag().p99() > LATE_MICROS || othersPercent > BUSY_PERCENT;
    }
}
