package io.sluice.adapter.fix;

import io.sluice.port.Clock;
import io.sluice.port.Lane;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers ResendRequests from the journal, in slices between other work. Reports are always sent
 * again, as possible duplicates; orders, replaces and questions never: their numbers are
 * gap-filled, for nothing that could trade is ever sent a second time. On the engine's thread.
 */
final class Resender {

    private static final Logger LOG = LoggerFactory.getLogger(Resender.class);

    /** Messages of one slice. */
    private static final int SLICE = 64;

    /** Messages that may wait in the outbox before the resender waits, too. */
    private static final int MAX_WAITING = 10_000;

    /** Session messages say nothing that is still true later; a Reject(3) does. */
    private static final Set<String> OF_SESSION = Set.of("0", "1", "2", "4", "5", "A");

    /** NewOrderSingle, NewOrderList, cross and multileg orders, replaces, and status requests. */
    private static final Set<String> NEVER_AGAIN =
            Set.of("D", "E", "G", "H", "s", "t", "AB", "AC", "AF", "q");

    private final Outbox outbox;
    private final Lane lane;
    private final Clock clock;
    private final List<Job> waiting = new ArrayList<>();

    Resender(Outbox outbox, Lane lane, Clock clock) {
        this.outbox = outbox;
        this.lane = lane;
        this.clock = clock;
    }

    /** Takes over a resend that QuickFIX/J was asked for. */
    void wanted(FixSession session, int from, int to) {
        Connection connection = session.connection();
        if (connection == null) {
            return;
        }
        LOG.info("Session {} is sent messages {} to {} again", session.name(), from, to);
        connection.swallowNextGapFill(true);
        new Job(session, connection, Math.max(1, from), to).next();
    }

    /** About once a second: answers to peers that read slowly go on. */
    void tick() {
        List<Job> jobs = List.copyOf(waiting);
        waiting.clear();
        jobs.forEach(Job::next);
    }

    /** One answer on its way. */
    private final class Job {

        private final FixSession session;
        private final Connection connection;
        private final int to;
        private int at;
        private int gapFrom;

        Job(FixSession session, Connection connection, int from, int to) {
            this.session = session;
            this.connection = connection;
            this.at = from;
            this.gapFrom = from;
            this.to = to;
        }

        void next() {
            if (!lane.offer(this::slice)) {
                LOG.error("ALARM: no room to answer a ResendRequest of {}", session.name());
                connection.cut("the answer to a ResendRequest found no room");
            }
        }

        private void slice() throws IOException {
            if (session.connection() != connection) {
                return;
            }
            connection.swallowNextGapFill(false);
            int began = at;
            int end = Math.min(to, at + SLICE - 1);
            while (at <= end && connection.outbound().size() < MAX_WAITING) {
                again(at);
                at++;
            }
            if (at > to) {
                fillGap(to + 1);
                session.handler().onResent(session);
            } else if (at > began) {
                next();
            } else {
                waiting.add(this);
            }
        }

        private void again(int number) throws IOException {
            Optional<String> text = session.store().find(number);
            if (text.isEmpty() || !mayGoAgain(FixText.msgType(text.get()))) {
                return;
            }
            fillGap(number);
            outbox.stage(connection, FixText.possibleDuplicate(text.get(), clock.now()));
            gapFrom = number + 1;
        }

        private void fillGap(int next) {
            if (gapFrom < next) {
                String like = session.header();
                outbox.stage(connection, FixText.gapFill(like, gapFrom, next, true, clock.now()));
            }
            gapFrom = next;
        }
    }

    private static boolean mayGoAgain(String msgType) {
        return !OF_SESSION.contains(msgType) && !NEVER_AGAIN.contains(msgType);
    }
}
