package io.sluice.port;

import java.time.Instant;
import java.util.List;

/** What can be measured at the engine. Safe for any thread. */
public interface EngineFigures {

    /** When its thread last ended a tick. */
    Instant aliveAt();

    /** How long its thread has slept since the start, for want of work; 0 when it spins instead. */
    long parkedNanos();

    List<LaneStatus> lanes();
}
