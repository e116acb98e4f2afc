package io.sluice.app;

import io.sluice.adapter.metrics.RouterMetrics;
import io.sluice.app.logging.EventLog;
import io.sluice.app.logging.LogOutput;
import io.sluice.port.Frame;
import io.sluice.port.Journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Follows the journal of this run for those who watch: counts for programs and lines for people.
 * One follower for both, because reading a frame is what it costs.
 */
final class Watch implements AutoCloseable {

    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    private final RouterMetrics metrics;
    private final Journal.Following following;

    private Watch(RouterMetrics metrics, Journal.Following following) {
        this.metrics = metrics;
        this.following = following;
    }

    /**
     * @param after what was durable before this run began
     * @param lines whether every event has a line in the log
     */
    static Watch start(Journal journal, long after, RouterMetrics metrics, boolean lines) {
        List<Journal.FrameReader> readers =
                lines ? List.of(metrics, new EventLog()) : List.of(metrics);
        metrics.counter(
                "sluice.log.dropped.lines",
                "Lines of the log that were lost because they came too fast",
                metrics,
                _ -> LogOutput.dropped());
        Journal.Following following =
                journal.follow("watch", after, (position, frame) -> tell(readers, position, frame));
        metrics.follower("watch", following);
        return new Watch(metrics, following);
    }

    private static void tell(List<Journal.FrameReader> readers, long position, Frame frame) {
        readers.forEach(it -> it.take(position, frame));
    }

    RouterMetrics metrics() {
        return metrics;
    }

    /** Reads what is left once nothing more is appended; not for long. */
    void catchUp(Journal journal) {
        Instant deadline = Instant.now().plus(LAST_LINES);
        while (isBehind(journal) && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private boolean isBehind(Journal journal) {
        return following.failure().isEmpty()
                && (journal.backlog().bytes() > 0 || following.position() < journal.durable());
    }

    @Override
    public void close() {
        following.close();
        metrics.close();
    }
}
