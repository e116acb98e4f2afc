package io.sluice.bench.report;

import io.sluice.bench.load.PhaseResult;

/**
 * One phase of one router.
 *
 * @param cpuMicrosPerOrder user and system time of the router's process
 * @param othersPercent how busy anything else kept the machine, of all its CPUs
 */
public record Measured(PhaseResult result, long cpuMicrosPerOrder, long othersPercent) {}
