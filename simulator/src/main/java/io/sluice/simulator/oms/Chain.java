package io.sluice.simulator.oms;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An order with its replacements, as the OMS must believe it from the answers so far. Mutable;
 * guarded by the lock of its desk.
 */
final class Chain {

    /** How far the order has come, apart from what has traded and what is pending. */
    enum Phase {
        SENT,
        WORKING,
        CANCELED,
        EXPIRED,
        DONE_FOR_DAY,
        REJECTED;

        boolean isEnd() {
            return this != SENT && this != WORKING;
        }
    }

    /** One set of terms of the order and the ClOrdID(11) that it was sent with. */
    record Version(String id, Terms terms) {}

    private final List<Version> versions = new ArrayList<>();
    private final Set<String> rejected = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Executions executions = new Executions();
    private Version accepted;
    private Phase phase = Phase.SENT;
    private String orderId = "";
    private boolean heardOf;
    private boolean retired;
    private boolean wasCanceled;
    private final long sentNanos;
    private long touchedNanos;

    /** The time is the one at which the order was meant to leave, on the nanosecond clock. */
    Chain(Request.NewOrder order, long sentNanos) {
        this.sentNanos = sentNanos;
        this.touchedNanos = sentNanos;
        accepted = new Version(order.id(), order.terms());
        versions.add(accepted);
    }

    /** Notes a request on this order that now waits for its answer. */
    void await(Pending waiting) {
        Request request = waiting.request();
        ids.add(request.id());
        touchedNanos = waiting.sentNanos();
        pending.put(request.id(), waiting);
        wasCanceled |= request instanceof Request.Cancel;
        if (request instanceof Request.Replace replace) {
            versions.add(new Version(replace.id(), replace.terms()));
        }
    }

    /** Takes the request out of those that wait. */
    Optional<Pending> answered(String id) {
        return Optional.ofNullable(pending.remove(id));
    }

    Optional<Pending> waiting(String id) {
        return Optional.ofNullable(pending.get(id));
    }

    /** The terms and id in force: of the order, or of the last replacement that was accepted. */
    Version accepted() {
        return accepted;
    }

    Version original() {
        return versions.getFirst();
    }

    /** The last version that was not rejected, on which the next request builds. */
    Version latest() {
        return versions.reversed().stream()
                .filter(version -> !rejected.contains(version.id()))
                .findFirst()
                .orElse(original());
    }

    List<Version> versions() {
        return List.copyOf(versions);
    }

    boolean isVersion(String id) {
        return versions.stream().anyMatch(version -> version.id().equals(id));
    }

    boolean hasId(String id) {
        return ids.contains(id);
    }

    Set<String> ids() {
        return Set.copyOf(ids);
    }

    Phase phase() {
        return phase;
    }

    Executions executions() {
        return executions;
    }

    String orderId() {
        return orderId;
    }

    void orderId(String newOrderId) {
        orderId = newOrderId;
    }

    long sentNanos() {
        return sentNanos;
    }

    /** When the last request on it was sent. */
    long touchedNanos() {
        return touchedNanos;
    }

    /** Whether a cancel was ever sent for it. */
    boolean wasCanceled() {
        return wasCanceled;
    }

    /** Whether more than the answer to a status request has been heard about this order. */
    boolean heardOf() {
        return heardOf;
    }

    void markHeardOf() {
        heardOf = true;
    }

    /** Whether it stands in the queue of those that may be forgotten. */
    boolean isRetired() {
        return retired;
    }

    void retired(boolean queued) {
        retired = queued;
    }

    boolean isFull() {
        return executions.cumQty().signum() > 0
                && executions.cumQty().compareTo(accepted.terms().qty()) >= 0;
    }

    /** Whether it can still trade. */
    boolean isOpen() {
        return !phase.isEnd() && !isFull();
    }

    /** Whether it is over and nothing about it is unanswered. */
    boolean isSettled() {
        return !isOpen() && pending.isEmpty();
    }

    long pendingCancels() {
        return pending.values().stream().filter(Chain::isCancel).count();
    }

    long pendingReplaces() {
        return pending.values().stream().filter(Chain::isReplace).count();
    }

    boolean cancelReported() {
        return pending.values().stream().anyMatch(one -> isCancel(one) && one.reported());
    }

    boolean replaceReported() {
        return pending.values().stream().anyMatch(one -> isReplace(one) && one.reported());
    }

    void enter(Phase next) {
        phase = next;
    }

    /** The replacement is in force; asking for less than has traded stops at what has traded. */
    void accept(String id) {
        for (Version version : versions) {
            if (version.id().equals(id)) {
                Terms terms = version.terms();
                BigDecimal qty = terms.qty().max(executions.cumQty());
                accepted = new Version(id, terms.withQty(qty));
            }
        }
    }

    void restate(BigDecimal qty) {
        accepted = new Version(accepted.id(), accepted.terms().withQty(qty));
    }

    void reject(String id) {
        rejected.add(id);
    }

    /** Whether a trade at this price is within the limit of any version that was in force. */
    boolean allows(BigDecimal lastPx) {
        return versions.stream()
                .filter(version -> !rejected.contains(version.id()))
                .anyMatch(version -> version.terms().allows(lastPx));
    }

    @Override
    public String toString() {
        return versions.stream().map(Version::id).collect(joining(" > "));
    }

    private static boolean isCancel(Pending pending) {
        return pending.request() instanceof Request.Cancel;
    }

    private static boolean isReplace(Pending pending) {
        return pending.request() instanceof Request.Replace;
    }
}
