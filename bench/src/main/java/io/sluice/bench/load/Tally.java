package io.sluice.bench.load;

import java.util.Arrays;

/** What has become of the orders of one phase. For the generator's thread. */
final class Tally {

    private static final long NEVER = -1;

    private final Phase phase;
    private final int firstId;
    private final long startNanos;
    private final long[] lag;
    private final long[] toBroker;
    private final long[] toFilled;
    private final boolean[] accepted;
    private int sent;
    private int finished;
    private int denied;
    private int bad;
    private int duplicate;

    Tally(Phase phase, int firstId, long startNanos) {
        this.phase = phase;
        this.firstId = firstId;
        this.startNanos = startNanos;
        int orders = phase.orders();
        this.lag = new long[orders];
        this.toBroker = new long[orders];
        this.toFilled = new long[orders];
        this.accepted = new boolean[orders];
        Arrays.fill(toBroker, NEVER);
        Arrays.fill(toFilled, NEVER);
    }

    boolean isNextDue(long now) {
        return sent < lag.length && now - due(sent) >= 0;
    }

    /** The id of the next order, which is sent now. */
    int next() {
        return firstId + sent++;
    }

    int sent() {
        return sent;
    }

    /** The orders from that one on have been given to the socket. */
    void written(int from, long now) {
        for (int order = from; order < sent; order++) {
            lag[order] = now - due(order);
        }
    }

    boolean isFinished() {
        return finished == lag.length;
    }

    private long due(int order) {
        return startNanos + phase.dueNanos(order);
    }

    /** Whether the id is of this phase; what is left of an earlier one does not count. */
    private boolean isOurs(int id) {
        return id >= firstId && id < firstId + sent;
    }

    void atBroker(int id, long now) {
        if (isOurs(id)) {
            int order = id - firstId;
            duplicate += toBroker[order] == NEVER ? 0 : 1;
            toBroker[order] = now - due(order);
        } else if (id >= firstId || id < 0) {
            bad++;
        }
    }

    void accepted(int id) {
        if (isOurs(id)) {
            duplicate += accepted[id - firstId] ? 1 : 0;
            accepted[id - firstId] = true;
        }
    }

    void filled(int id, long now) {
        if (isOurs(id)) {
            int order = id - firstId;
            if (toFilled[order] == NEVER) {
                toFilled[order] = now - due(order);
                finished++;
                bad += accepted[order] ? 0 : 1;
            } else {
                duplicate++;
            }
        }
    }

    void denied(int id) {
        if (isOurs(id)) {
            denied++;
            finished++;
        }
    }

    void bad() {
        bad++;
    }

    PhaseResult result(long now) {
        int notSent = lag.length - sent;
        sent = lag.length;
        written(lag.length - notSent, now);
        int unfilled = fill(toFilled, now) - denied;
        fill(toBroker, now);
        return new PhaseResult(
                phase,
                lag.length,
                Latency.of(lag),
                Latency.of(toBroker),
                Latency.of(toFilled),
                unfilled,
                denied,
                bad,
                duplicate);
    }

    /** What never came has taken this long at least; returns how many did not. */
    private int fill(long[] latencies, long now) {
        int missing = 0;
        for (int order = 0; order < latencies.length; order++) {
            if (latencies[order] == NEVER) {
                latencies[order] = now - due(order);
                missing++;
            }
        }
        return missing;
    }
}
