package io.sluice.endtoend;

import java.time.Duration;
import java.time.Instant;

/**
 * One end of the router with {@code kill -9}.
 *
 * @param flowingFor how long orders had been accepted again when it came
 */
record Kill(Instant at, Duration flowingFor) {}
