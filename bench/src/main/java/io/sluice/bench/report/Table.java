package io.sluice.bench.report;

import io.sluice.bench.load.Latency;
import io.sluice.bench.load.PhaseResult;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Results as lines for people. Times are in microseconds. */
public final class Table {

    private static final String LINE = "%-16s %6s %8s | %22s | %22s | %10s %6s %7s | %s%n";

    private final PrintWriter out;

    public Table(PrintWriter out) {
        this.out = out;
    }

    public void head(Machine machine) {
        out.printf(
                Locale.ROOT,
                "%d CPUs (%s), Java %s, %s, load %s, forcing 300 B takes %d us%n%n",
                machine.cpus(),
                machine.pinned() ? "router on 0, generator on 1" : "shared",
                machine.java(),
                machine.system(),
                machine.loadAverage(),
                machine.forceMicros());
        out.printf(
                Locale.ROOT,
                LINE,
                "router",
                "phase",
                "orders/s",
                "out p50/p99/p99.9",
                "rtFill p50/p99/p99.9",
                "CPU/order",
                "lag",
                "others",
                "");
        out.flush();
    }

    /** One phase; what went wrong stands at the end of the line. */
    public void phase(String router, Measured measured, String verdict) {
        PhaseResult result = measured.result();
        out.printf(
                Locale.ROOT,
                LINE,
                router,
                result.phase().name(),
                result.phase().rate(),
                text(result.toBroker()),
                text(result.toFilled()),
                measured.cpuMicrosPerOrder(),
                result.lag().p99(),
                measured.othersPercent() + " %",
                verdict + faults(result) + (measured.isDisturbed() ? " (disturbed)" : ""));
        out.flush();
    }

    public void summary(Results results) {
        out.printf(
                Locale.ROOT,
                "%n%-16s %5s %32s %14s%n",
                "router",
                "round",
                "highest orders/s, p99 < 10 ms",
                "CPU/order");
        for (RouterResult router : results.routers()) {
            Optional<Measured> highest = router.highest();
            out.printf(
                    Locale.ROOT,
                    "%-16s %5d %32s %14s%n",
                    router.router(),
                    router.round(),
                    limit(router),
                    highest.map(it -> Long.toString(it.cpuMicrosPerOrder())).orElse("-"));
        }
    }

    /** A ramp that ended among other work says nothing of the router's limit. */
    private static String limit(RouterResult router) {
        boolean disturbed = router.ramp().stream().anyMatch(Measured::isDisturbed);
        return router.highest()
                        .map(it -> Integer.toString(it.result().phase().rate()))
                        .orElse("none")
                + (disturbed ? " (disturbed)" : "");
    }

    private static String text(Latency latency) {
        return latency.p50() + " / " + latency.p99() + " / " + latency.p999();
    }

    private static String faults(PhaseResult result) {
        return fault(result.unfilled(), " unfilled")
                + fault(result.denied(), " denied")
                + fault(result.bad(), " bad")
                + fault(result.duplicate(), " duplicate");
    }

    private static String fault(int count, String what) {
        return count == 0 ? "" : " " + count + what;
    }
}
