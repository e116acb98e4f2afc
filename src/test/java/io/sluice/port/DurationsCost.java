package io.sluice.port;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs to measure one message: prints the CPU time of this thread, with and without, in
 * alternating runs. To be run by hand.
 */
public final class DurationsCost {

    private static final int MESSAGES = 20_000_000;
    private static final int RUNS = 8;

    public static void main(String[] args) {
        Durations durations = new Durations();
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            without.add(nanosEach(null));
            with.add(nanosEach(durations));
        }
        System.out.printf("without %s%n", without);
        System.out.printf("with    %s ns a message (sum %s)%n", with, durations.totalSeconds());
    }

    private static double nanosEach(@Nullable Durations durations) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long kept = 0;
        for (int i = 0; i < MESSAGES; i++) {
            kept ^= i;
            if (durations != null) {
                long arrived = System.nanoTime();
                durations.count(System.nanoTime() - arrived + (i & 0xFFFFF));
            }
        }
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        if (kept == 42) {
            System.out.println(kept);
        }
        return (double) took / MESSAGES;
    }

    private DurationsCost() {}
}
