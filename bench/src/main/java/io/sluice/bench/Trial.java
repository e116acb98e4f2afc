package io.sluice.bench;

import io.sluice.bench.load.Generator;
import io.sluice.bench.load.Phase;
import io.sluice.bench.load.PhaseResult;
import io.sluice.bench.peer.CpuTime;
import io.sluice.bench.peer.Peer;
import io.sluice.bench.peer.RunningPeer;
import io.sluice.bench.report.Measured;
import io.sluice.bench.report.RouterResult;
import io.sluice.bench.report.Table;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One router, started in an empty directory, taken through the plan, and stopped. */
final class Trial {

    private static final Duration BREATH = Duration.ofMillis(500);

    private final Peer peer;
    private final int round;
    private final Plan plan;
    private final Table table;

    Trial(Peer peer, int round, Plan plan, Table table) {
        this.peer = peer;
        this.round = round;
        this.plan = plan;
        this.table = table;
    }

    RouterResult run(Peer.Setting setting, Path data) throws IOException {
        try (ServerSocketChannel listener = Generator.listen();
                RunningPeer running =
                        RunningPeer.start(peer, setting, data, listener.socket().getLocalPort());
                Generator generator = Generator.join(listener, running::awaitOmsPort)) {
            for (Phase phase : plan.warmUp()) {
                measure(generator, phase, running);
            }
            List<Measured> fixed = new ArrayList<>();
            for (Phase phase : plan.fixed()) {
                Measured measured = measure(generator, phase, running);
                table.phase(peer.title(), measured, "");
                fixed.add(measured);
            }
            List<Measured> ramp = ramp(generator, running);
            generator.logOut();
            return new RouterResult(peer.title(), round, fixed, ramp, plan.ramp().withinMicros());
        }
    }

    private List<Measured> ramp(Generator generator, RunningPeer running) throws IOException {
        List<Measured> steps = new ArrayList<>();
        RouterResult so =
                new RouterResult(
                        peer.title(), round, List.of(), List.of(), plan.ramp().withinMicros());
        int rate = plan.ramp().from();
        int failures = 0;
        while (failures < 2 && rate <= plan.ramp().to()) {
            Measured step = measure(generator, plan.ramp().step(rate), running);
            boolean passed = so.passes(step);
            table.phase(peer.title(), step, passed ? "ok" : "too slow");
            steps.add(step);
            failures = passed ? 0 : failures + 1;
            rate = passed ? Plan.Ramp.next(rate) : rate;
        }
        return steps;
    }

    private static Measured measure(Generator generator, Phase phase, RunningPeer running)
            throws IOException {
        generator.rest(BREATH);
        CpuTime before = CpuTime.now(running.pid());
        long began = System.nanoTime();
        PhaseResult result = generator.run(phase);
        long ticks = (System.nanoTime() - began) * CpuTime.TICKS_PER_SECOND / 1_000_000_000L;
        CpuTime used = CpuTime.now(running.pid()).since(before);
        long microsPerTick = 1_000_000L / CpuTime.TICKS_PER_SECOND;
        return new Measured(
                result,
                used.router() * microsPerTick / result.orders(),
                used.others() * 100 / Math.max(1, ticks * MachineLook.cpus()));
    }
}
