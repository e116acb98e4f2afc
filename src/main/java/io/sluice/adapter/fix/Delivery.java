package io.sluice.adapter.fix;

import io.sluice.port.FixDelivery;
import io.sluice.port.FixDelivery.Subscription;
import io.sluice.port.FixPlace;
import io.sluice.port.Frame;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What one session's peer has yet to get, or to prove that it got. Every change has its entry in
 * the journal, and is the same when that is read again. Engine's thread.
 */
final class Delivery {

    /** The position of the frame that is still open. */
    static final long OPEN = 0;

    private static final long NONE = Long.MAX_VALUE;

    private final Deque<Report> unproven = new ArrayDeque<>();
    private final Deque<Report> backlog = new ArrayDeque<>();
    private final List<Report> ofOpenFrame = new ArrayList<>();
    private @Nullable Subscription subscription;
    private long oldestSource = NONE;

    /** A report by the entry that keeps it. One object from its first telling to its proof. */
    private static final class Report {

        private FixPlace source;
        private int msgSeqNum;
        private boolean mayRepeat;

        Report(FixPlace source, int msgSeqNum) {
            this.source = source;
            this.msgSeqNum = msgSeqNum;
        }
    }

    /** A report was sent as it was told. */
    void stored(int msgSeqNum, FixPlace place) {
        unproven.add(noted(new Report(place, msgSeqNum)));
    }

    /** A report waits behind all others. */
    void held(FixPlace place) {
        backlog.add(noted(new Report(place, 0)));
    }

    private Report noted(Report report) {
        if (report.source.position() == OPEN) {
            ofOpenFrame.add(report);
        }
        return report;
    }

    /** The first that waited was sent, or the next copy. */
    void copied(Frame.FixCopied copied) {
        Subscription reader = subscription;
        Report report = new Report(copied.source(), copied.msgSeqNum());
        if (reader != null) {
            subscription = new Subscription(copied.source(), reader.onceGiven());
        } else {
            takeFirst(copied);
        }
        unproven.add(report);
        oldestSource = Math.min(oldestSource, copied.source().position());
    }

    private void takeFirst(Frame.FixCopied copied) {
        Report first = backlog.poll();
        if (first == null || !first.source.equals(copied.source())) {
            throw new IllegalStateException(
                    "%s is not what waited first for its session; that is %s"
                            .formatted(copied, first == null ? "nothing" : first.source));
        }
    }

    /** Whether the peer has yet to prove anything up to this number. */
    boolean isUnproven(int upTo) {
        Report first = unproven.peek();
        return first != null && first.msgSeqNum <= upTo;
    }

    void proven(int upTo) {
        while (isUnproven(upTo)) {
            unproven.remove();
        }
    }

    boolean hasUnproven() {
        return !unproven.isEmpty();
    }

    /** The numbering began anew: what is not proven goes again. */
    void reset() {
        Subscription reader = subscription;
        if (reader == null) {
            unproven.forEach(report -> report.mayRepeat = true);
            unproven.descendingIterator().forEachRemaining(backlog::addFirst);
        } else if (!unproven.isEmpty()) {
            FixPlace first = unproven.element().source;
            subscription =
                    new Subscription(
                            new FixPlace(first.position(), first.entry() - 1),
                            reader.given().isAfter(reader.onceGiven())
                                    ? reader.given()
                                    : reader.onceGiven());
        }
        unproven.clear();
        oldestSource = NONE;
    }

    void subscribed(long after) {
        subscription = new Subscription(FixPlace.endOf(after), FixPlace.BEGINNING);
    }

    Optional<Subscription> subscription() {
        return Optional.ofNullable(subscription);
    }

    boolean hasBacklog() {
        return !backlog.isEmpty();
    }

    /** What is to be sent next, once its own frame is closed. */
    Optional<FixDelivery.Waiting> first() {
        return Optional.ofNullable(backlog.peek())
                .filter(report -> report.source.position() != OPEN)
                .map(Delivery::waiting);
    }

    private static FixDelivery.Waiting waiting(Report report) {
        return new FixDelivery.Waiting(report.source, report.mayRepeat);
    }

    /** The reports of the frame that was open are at this position now. */
    void closed(long position) {
        for (Report report : ofOpenFrame) {
            report.source = new FixPlace(position, report.source.entry());
        }
        ofOpenFrame.clear();
    }

    boolean isOfOpenFrame() {
        return !ofOpenFrame.isEmpty();
    }

    /** The oldest frame that may be read for this session; {@code Long.MAX_VALUE} for none. */
    long oldestNeeded() {
        long oldest = Math.min(oldestSource, Math.min(oldest(unproven), oldest(backlog)));
        return subscription == null ? oldest : Math.min(oldest, subscription.given().position());
    }

    private static long oldest(Deque<Report> reports) {
        Report first = reports.peek();
        return first == null || first.source.position() == OPEN ? NONE : first.source.position();
    }

    Optional<FixDelivery> state() {
        boolean isNothing =
                unproven.isEmpty()
                        && backlog.isEmpty()
                        && subscription == null
                        && oldestSource == NONE;
        return isNothing
                ? Optional.empty()
                : Optional.of(
                        new FixDelivery(
                                unproven.stream()
                                        .map(
                                                it ->
                                                        new FixDelivery.Unproven(
                                                                it.msgSeqNum, it.source))
                                        .toList(),
                                backlog.stream().map(Delivery::waiting).toList(),
                                Optional.ofNullable(subscription),
                                oldestSource));
    }

    void restore(FixDelivery state) {
        state.unproven().forEach(it -> unproven.add(new Report(it.source(), it.msgSeqNum())));
        for (FixDelivery.Waiting waiting : state.backlog()) {
            Report report = new Report(waiting.source(), 0);
            report.mayRepeat = waiting.mayRepeat();
            backlog.add(report);
        }
        subscription = state.subscription().orElse(null);
        oldestSource = state.oldestSource();
    }
}
