package io.sluice.simulator.oms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Where the stream of requests and the check of answers meet. Safe for use by many threads: one
 * lock guards all that it holds.
 */
final class Desk {

    private static final int VIOLATIONS_KEPT = 100;
    private static final long LATER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final OrderFlow flow;
    private final Latencies latencies = new Latencies();
    private final Checker checker;
    private final List<Violation> violations = new ArrayList<>();

    Desk(OrderFlow flow, Set<String> earlierRuns) {
        this.flow = flow;
        this.checker = new Checker(earlierRuns, latencies::record);
    }

    /** The next request of the stream; it counts as sent from the intended time. */
    synchronized Optional<Request> next(long intendedNanos) {
        Optional<Request> request = flow.next(checker.open());
        request.ifPresent(one -> checker.sent(one, intendedNanos));
        return request;
    }

    /** A cancel for an order that is still open, each again after a second. */
    synchronized Optional<Request> nextCancel(long nowNanos) {
        Optional<Request> request =
                checker.open().stream()
                        .filter(chain -> chain.pendingCancels() == 0)
                        .filter(chain -> isWorthCanceling(chain, nowNanos))
                        .findFirst()
                        .map(flow::cancel);
        request.ifPresent(one -> checker.sent(one, nowNanos));
        return request;
    }

    /**
     * A status request for each request that was sent before the link came back and has waited in
     * vain since then.
     */
    synchronized List<Request> inquiries(long logonNanos, long patienceNanos, long nowNanos) {
        if (nowNanos - logonNanos < patienceNanos) {
            return List.of();
        }
        List<Pending> overdue = new ArrayList<>();
        for (Pending waiting : checker.unanswered()) {
            if (waiting.sentNanos() - logonNanos >= 0) {
                break;
            }
            if (!waiting.inquired() && !(waiting.request() instanceof Request.Status)) {
                overdue.add(waiting);
            }
        }
        List<Request> requests = new ArrayList<>();
        for (Pending waiting : overdue) {
            waiting.markInquired();
            Request.Status status = flow.status(waiting.chain());
            checker.sent(status, nowNanos);
            requests.add(status);
        }
        return requests;
    }

    /** Takes an answer; of a Reject(3) or BusinessMessageReject(j), with the id of its request. */
    synchronized List<Violation> receive(Answer answer, String refusedId, long nowNanos) {
        String msgType = answer.text(FixTag.MSG_TYPE);
        List<Violation> found =
                msgType.equals("3") || msgType.equals("j")
                        ? checker.refused(answer, refusedId)
                        : checker.receive(answer, nowNanos);
        keep(found);
        return found;
    }

    /** Adds a violation that was seen outside of an answer to a request. */
    synchronized void add(Violation violation) {
        checker.tally().violations++;
        keep(List.of(violation));
    }

    synchronized long orders() {
        return checker.tally().orders;
    }

    /** Whether every order is final and every request answered. */
    synchronized boolean isQuiet() {
        return checker.open().isEmpty() && checker.unanswered().isEmpty();
    }

    /** What is unanswered or open at the end is a violation. Called once. */
    synchronized List<Violation> finish() {
        List<Violation> found = new ArrayList<>();
        for (Pending waiting : checker.unanswered()) {
            found.add(new Violation("unanswered", "No answer to " + waiting.request(), ""));
        }
        for (Chain chain : checker.open()) {
            if (chain.pendingCancels() == 0) {
                found.add(new Violation("open", "Not final at the end: " + chain, ""));
            }
        }
        checker.tally().violations += found.size();
        keep(found);
        return found;
    }

    /** With the latencies since the last call. */
    synchronized Figures figures(boolean loggedOn) {
        return figures(latencies.sinceLast(), loggedOn);
    }

    /** With the latencies of the whole run. */
    synchronized Figures total(boolean loggedOn) {
        return figures(latencies.sinceStart(), loggedOn);
    }

    /** The figures of the whole run, what they leave out, and the first violations. */
    synchronized Map<String, Object> summary(boolean loggedOn) {
        Tally tally = checker.tally();
        Map<String, Object> fields =
                new LinkedHashMap<>(figures(latencies.sinceStart(), loggedOn).fields());
        fields.put("expired", tally.expired);
        fields.put("cancelRejects", tally.cancelRejects);
        fields.put("statuses", tally.statuses);
        fields.put("markedRepeats", tally.marked);
        fields.put("earlierRuns", tally.earlier);
        fields.put("violationList", List.copyOf(violations));
        return fields;
    }

    /** What does not rest ends by itself, and a refused cancel is worth another try: both later. */
    private static boolean isWorthCanceling(Chain chain, long nowNanos) {
        return (chain.latest().terms().rests() && !chain.wasCanceled())
                || nowNanos - chain.touchedNanos() > LATER_NANOS;
    }

    private void keep(List<Violation> found) {
        for (Violation violation : found) {
            if (violations.size() < VIOLATIONS_KEPT) {
                violations.add(violation);
            }
        }
    }

    private Figures figures(Figures.Latency latency, boolean loggedOn) {
        Tally tally = checker.tally();
        return new Figures(
                tally.orders,
                tally.acked,
                tally.fills,
                tally.denied,
                tally.rejected,
                tally.canceled,
                tally.replaced,
                checker.open().size(),
                checker.unanswered().size(),
                tally.violations,
                latency,
                loggedOn);
    }
}
