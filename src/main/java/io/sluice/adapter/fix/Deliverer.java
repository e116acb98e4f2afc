package io.sluice.adapter.fix;

import io.sluice.port.FixDelivery;
import io.sluice.port.Lane;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Sends what waited for a session once that is logged on, in slices between other work. New reports
 * of the session queue up behind until nothing waits any more. Engine's thread.
 */
final class Deliverer {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

    /** Messages of one slice. */
    private static final int SLICE = 64;

    /** Messages that may wait in the outbox before the next slice waits, too. */
    private static final int MAX_WAITING = 10_000;

    private final Lane lane;
    private final Set<FixSession> atWork = new HashSet<>();

    Deliverer(Lane lane) {
        this.lane = lane;
    }

    /** After a logon, and about once a second: a peer that reads slowly goes on then. */
    void goOn(FixSession session) {
        if (hasWork(session) && atWork.add(session)) {
            next(session);
        }
    }

    private static boolean hasWork(FixSession session) {
        return session.store().delivery().hasBacklog() && session.takesReports();
    }

    /** Where the lane is full, the next tick begins anew. */
    private void next(FixSession session) {
        if (!lane.offer(() -> slice(session))) {
            atWork.remove(session);
        }
    }

    private void slice(FixSession session) {
        atWork.remove(session);
        int sent = 0;
        while (sent < SLICE && session.hasRoom(MAX_WAITING) && sendFirst(session)) {
            sent++;
        }
        if (sent > 0) {
            goOn(session);
        }
    }

    private static boolean sendFirst(FixSession session) {
        Optional<FixDelivery.Waiting> first =
                hasWork(session) ? session.store().delivery().first() : Optional.empty();
        return first.isPresent() && send(session, first.get());
    }

    /** What cannot be read keeps its place: nothing is left out, and nothing overtakes. */
    private static boolean send(FixSession session, FixDelivery.Waiting waiting) {
        try {
            OutboundMessage report = session.store().read(waiting);
            return session.sendCopy(waiting, report);
        } catch (IOException e) {
            LOG.error(
                    "ALARM: {}: a report at {} of the journal cannot be read; it and all after it"
                            + " wait",
                    session.name(),
                    waiting.source(),
                    e);
            return false;
        }
    }
}
