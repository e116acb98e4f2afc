package io.sluice.port;

import java.time.Instant;
import java.util.Optional;

/**
 * A FIX session as operators see it.
 *
 * @param synchronised logged on, and a TestRequest of ours was answered: both numberings agree
 * @param nextSender MsgSeqNum(34) of the next message we send
 * @param nextTarget MsgSeqNum(34) of the next message we expect
 * @param unsent messages that wait in the outbox
 */
public record SessionStatus(
        String id,
        Role role,
        boolean connected,
        boolean loggedOn,
        boolean synchronised,
        boolean inSchedule,
        int nextSender,
        int nextTarget,
        int unsent,
        Optional<String> remoteAddress,
        Optional<Instant> lastMessageAt,
        Optional<String> lastError) {

    /** Who is at the other end. */
    public enum Role {
        OMS,
        DROP_COPY,
        BROKER
    }
}
