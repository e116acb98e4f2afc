package io.sluice.simulator.oms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Follows every order from the requests and answers, and says which rules an answer breaks. No
 * clock, no I/O. Mutable; guarded by the lock of its desk.
 */
final class Checker {

    /** Answers are compared with this many finished orders and executions, then memory ends. */
    private static final int SETTLED_KEPT = 50_000;

    private static final int EXEC_IDS_KEPT = 400_000;

    private final Set<String> runs;
    private final LongConsumer latencyNanos;
    private final Tally tally = new Tally();
    private final Map<String, Chain> chains = new HashMap<>();
    private final Map<String, Pending> unanswered = new LinkedHashMap<>();
    private final Set<String> execIds = new LinkedHashSet<>();
    private final List<Chain> open = new ArrayList<>();
    private final ArrayDeque<Chain> settled = new ArrayDeque<>();

    /** Reports on ids of these runs are of orders that are forgotten, not of unknown ones. */
    Checker(Set<String> earlierRuns, LongConsumer latencyNanos) {
        this.runs = new LinkedHashSet<>(earlierRuns);
        this.latencyNanos = latencyNanos;
    }

    Tally tally() {
        return tally;
    }

    /** Orders that can still trade, oldest first. */
    List<Chain> open() {
        return Collections.unmodifiableList(open);
    }

    /** Requests without a final answer, oldest first. */
    Collection<Pending> unanswered() {
        return Collections.unmodifiableCollection(unanswered.values());
    }

    /** Notes a request that is about to be sent. */
    void sent(Request request, long intendedNanos) {
        tally.sent(request);
        switch (request) {
            case Request.NewOrder order -> begin(order, intendedNanos);
            case Request.Cancel cancel -> follow(cancel, cancel.origClOrdId(), intendedNanos);
            case Request.Replace replace -> follow(replace, replace.origClOrdId(), intendedNanos);
            case Request.Status status -> ask(status, intendedNanos);
        }
    }

    /** Takes an ExecutionReport(8) or OrderCancelReject(9). */
    List<Violation> receive(Answer answer, long nowNanos) {
        Findings findings = new Findings(answer);
        if (answer.is(FixTag.MSG_TYPE, "8")) {
            report(answer, nowNanos, findings);
        } else if (answer.is(FixTag.MSG_TYPE, "9")) {
            cancelReject(answer, findings);
        } else {
            findings.add(
                    "msg-type", "MsgType(35) is no answer, was " + answer.text(FixTag.MSG_TYPE));
        }
        tally.violations += findings.violations().size();
        return findings.violations();
    }

    /** Takes a Reject(3) or BusinessMessageReject(j) of the request with this id. */
    List<Violation> refused(Answer answer, String id) {
        Findings findings = new Findings(answer);
        findings.add(
                "refused",
                "A valid request was refused with MsgType(35) %s: '%s' %s"
                        .formatted(answer.text(FixTag.MSG_TYPE), id, answer.text(FixTag.TEXT)));
        Pending refused = unanswered.remove(id);
        if (refused != null) {
            Chain chain = refused.chain();
            chain.answered(id);
            chain.reject(id);
            if (refused.request() instanceof Request.NewOrder) {
                chain.enter(Chain.Phase.REJECTED);
            }
            refresh(chain);
        }
        tally.violations += findings.violations().size();
        return findings.violations();
    }

    private void begin(Request.NewOrder order, long intendedNanos) {
        Chain chain = new Chain(order, intendedNanos);
        wait(order, chain, intendedNanos);
        open.add(chain);
    }

    private void follow(Request request, String origClOrdId, long intendedNanos) {
        wait(request, chainOf(origClOrdId), intendedNanos);
    }

    private void wait(Request request, Chain chain, long intendedNanos) {
        Pending waiting = new Pending(request, chain, intendedNanos);
        chain.await(waiting);
        chains.put(request.id(), chain);
        unanswered.put(request.id(), waiting);
    }

    private void ask(Request.Status status, long intendedNanos) {
        Chain chain = chainOf(status.clOrdId());
        unanswered.put(status.id(), new Pending(status, chain, intendedNanos));
    }

    private Chain chainOf(String id) {
        Chain chain = chains.get(id);
        if (chain == null) {
            throw new IllegalStateException("A request names an order that was never sent: " + id);
        }
        return chain;
    }

    private void report(Answer report, long nowNanos, Findings findings) {
        boolean status = report.is(FixTag.EXEC_TYPE, "I");
        String execId = report.text(FixTag.EXEC_ID);
        findings.unless(!execId.isEmpty(), "exec-id", () -> "ExecID(17) is missing");
        if (!status && !execId.isEmpty() && !remember(execId)) {
            repeated(report, findings);
            return;
        }
        Chain chain = chains.get(report.text(FixTag.CL_ORD_ID));
        if (chain == null) {
            unknown(report, findings);
            return;
        }
        if (status && !answersStatus(chain, report, findings)) {
            return;
        }
        tally.report(report);
        IdRules.check(chain, report, findings);
        book(chain, report, nowNanos);
        StateRules.check(chain, report, findings);
    }

    private boolean remember(String execId) {
        if (!execIds.add(execId)) {
            return false;
        }
        if (execIds.size() > EXEC_IDS_KEPT) {
            execIds.remove(execIds.iterator().next());
        }
        return true;
    }

    private void repeated(Answer report, Findings findings) {
        if (report.mayBeRepeat()) {
            tally.marked++;
        } else {
            findings.add(
                    "exec-id",
                    "ExecID(17) is repeated without a mark, was " + report.text(FixTag.EXEC_ID));
        }
    }

    private void unknown(Answer answer, Findings findings) {
        String id = answer.text(FixTag.CL_ORD_ID);
        int dash = id.indexOf('-');
        if (dash > 0 && runs.contains(id.substring(0, dash))) {
            tally.earlier++;
        } else {
            findings.add("unknown-order", "ClOrdID(11) was never sent, was '" + id + "'");
        }
    }

    /** Order status comes only when asked for; a marked repeat of an answer is let pass. */
    private boolean answersStatus(Chain chain, Answer report, Findings findings) {
        String requestId = report.text(FixTag.ORD_STATUS_REQ_ID);
        Pending asked = unanswered.get(requestId);
        if (asked != null && asked.request() instanceof Request.Status) {
            unanswered.remove(requestId);
            findings.unless(
                    asked.chain() == chain,
                    "status",
                    () -> "%s was asked for, told is %s".formatted(asked.chain(), chain));
            return true;
        }
        if (report.mayBeRepeat()) {
            tally.marked++;
            return false;
        }
        findings.add(
                "status",
                "ExecType(150) I answers no open request, OrdStatusReqID(790) was '"
                        + requestId
                        + "'");
        return false;
    }

    private void book(Chain chain, Answer report, long nowNanos) {
        boolean heardBefore = chain.heardOf();
        Booking.book(chain, report);
        if (chain.heardOf() && !heardBefore) {
            latencyNanos.accept(Math.max(0, nowNanos - chain.sentNanos()));
        }
        forgetAnswered(chain, chain.original().id());
        forgetAnswered(chain, report.text(FixTag.CL_ORD_ID));
        refresh(chain);
    }

    private void forgetAnswered(Chain chain, String id) {
        if (chain.waiting(id).isEmpty()) {
            unanswered.remove(id);
        }
    }

    private void cancelReject(Answer reject, Findings findings) {
        String id = reject.text(FixTag.CL_ORD_ID);
        Chain chain = chains.get(id);
        if (chain == null) {
            unknown(reject, findings);
            return;
        }
        boolean asked =
                chain.waiting(id)
                        .map(one -> !(one.request() instanceof Request.NewOrder))
                        .orElse(false);
        if (!asked) {
            if (reject.mayBeRepeat()) {
                tally.marked++;
            } else {
                findings.add("cl-ord-id", "ClOrdID(11) is no unanswered request, was " + id);
            }
            return;
        }
        tally.cancelRejects++;
        chain.answered(id)
                .ifPresent(
                        refused -> {
                            unanswered.remove(id);
                            chain.reject(id);
                            CancelRejectRules.check(refused, reject, findings);
                        });
        refresh(chain);
    }

    private void refresh(Chain chain) {
        boolean listed = open.contains(chain);
        if (chain.isOpen() && !listed) {
            open.add(chain);
        } else if (!chain.isOpen() && listed) {
            open.remove(chain);
        }
        if (chain.isSettled() && !chain.isRetired()) {
            retire(chain);
        }
    }

    /** An order that was revived since, by a bust, gets its turn again when it next settles. */
    private void retire(Chain chain) {
        chain.retired(true);
        settled.add(chain);
        if (settled.size() > SETTLED_KEPT) {
            Chain oldest = settled.remove();
            oldest.retired(false);
            if (oldest.isSettled()) {
                oldest.ids().forEach(chains::remove);
                String id = oldest.original().id();
                runs.add(id.substring(0, Math.max(0, id.indexOf('-'))));
            }
        }
    }
}
