package io.sluice.simulator.oms;

/** A request that has no final answer yet. Mutable; guarded by the lock of its desk. */
final class Pending {

    private final Request request;
    private final Chain chain;
    private final long sentNanos;
    private boolean reported;
    private boolean inquired;

    /** The time is the one at which the request was meant to leave, on the nanosecond clock. */
    Pending(Request request, Chain chain, long sentNanos) {
        this.request = request;
        this.chain = chain;
        this.sentNanos = sentNanos;
    }

    Request request() {
        return request;
    }

    Chain chain() {
        return chain;
    }

    long sentNanos() {
        return sentNanos;
    }

    /** Whether the peer has reported Pending Cancel or Pending Replace for it. */
    boolean reported() {
        return reported;
    }

    void markReported() {
        reported = true;
    }

    boolean inquired() {
        return inquired;
    }

    void markInquired() {
        inquired = true;
    }
}
