package io.sluice.bench.report;

import java.util.List;
import java.util.Optional;

/** All phases of one router in one round. */
public record RouterResult(
        String router, int round, List<Measured> fixed, List<Measured> ramp, long withinMicros) {

    public boolean passes(Measured step) {
        return step.result().isClean() && step.result().toFilled().p99() < withinMicros;
    }

    /** The highest step of the ramp that passed. */
    public Optional<Measured> highest() {
        return ramp.stream().filter(this::passes).reduce((_, later) -> later);
    }
}
