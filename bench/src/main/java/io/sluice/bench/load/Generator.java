package io.sluice.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The load generator: an OMS and a broker around one router, both on the caller's thread, which
 * spins while a phase runs. It wants a core of its own.
 */
public final class Generator implements Closeable {

    /** How long the last orders of a phase may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PROBE_WITHIN = Duration.ofSeconds(1);
    private static final Phase PROBE = new Phase("probe", 1, 1);
    private static final long LEAD_NANOS = 20_000_000;
    private static final int BURST = 256;

    private final Parties parties;
    private int nextId = 1;

    /** Where the router's OMS port is, once it listens. */
    public interface OmsPort {
        int await() throws IOException;
    }

    private Generator(Parties parties) {
        this.parties = parties;
    }

    /** A port at which a router finds its broker. */
    public static ServerSocketChannel listen() throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(Parties.loopback(0));
        listener.configureBlocking(false);
        return listener;
    }

    /** Joins both sides of a router, and waits until it routes orders. */
    public static Generator join(ServerSocketChannel listener, OmsPort port) throws IOException {
        Tally nothing = new Tally(PROBE, 0, System.nanoTime());
        Generator generator = new Generator(Parties.join(listener, port, nothing));
        Parties.await("the router to route an order", generator::isRouting);
        return generator;
    }

    /** One order is filled; a router may refuse or keep orders until its broker is in step. */
    private boolean isRouting() throws IOException {
        PhaseResult probe = run(PROBE, PROBE_WITHIN);
        return probe.isClean();
    }

    /** Runs a phase to its last fill, or until the patience for it ends. */
    public PhaseResult run(Phase phase) throws IOException {
        return run(phase, PATIENCE);
    }

    private PhaseResult run(Phase phase, Duration patience) throws IOException {
        long start = System.nanoTime() + LEAD_NANOS;
        Tally tally = new Tally(phase, nextId, start);
        parties.count(tally);
        long gapsBefore = parties.gaps();
        long end = start + phase.dueNanos(phase.orders()) + patience.toNanos();

        long now = System.nanoTime();
        while (!tally.isFinished() && now - end < 0) {
            sendDue(tally, now);
            parties.serve();
            parties.heartbeatIfDue(now);
            now = System.nanoTime();
        }
        nextId += phase.orders();
        for (long gap = parties.gaps(); gap > gapsBefore; gap--) {
            tally.bad();
        }
        return tally.result(now);
    }

    private void sendDue(Tally tally, long now) throws IOException {
        int from = tally.sent();
        while (tally.isNextDue(now)
                && tally.sent() - from < BURST
                && parties.oms().end().hasRoom()) {
            parties.oms().order(tally.next());
        }
        if (tally.sent() > from) {
            parties.oms().end().flush();
            tally.written(from, System.nanoTime());
        }
    }

    /** Serves the sessions without sending orders. */
    public void rest(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        for (long now = System.nanoTime(); now - end < 0; now = System.nanoTime()) {
            parties.serve();
            parties.heartbeatIfDue(now);
            LockSupport.parkNanos(1_000_000);
        }
    }

    public void logOut() throws IOException {
        parties.logOut();
    }

    @Override
    public void close() throws IOException {
        parties.close();
    }
}
