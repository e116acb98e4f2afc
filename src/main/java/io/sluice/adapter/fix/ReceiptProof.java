package io.sluice.adapter.fix;

import io.sluice.port.Clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has a peer prove which reports it has. Its answer to a TestRequest(1) proves everything before
 * that, for messages are processed in order; BeginSeqNo(7) of its ResendRequest(2) proves
 * everything before the first one it lacks. Nothing else is proof. Engine's thread.
 */
final class ReceiptProof {

    /** How soon after one question the next may go. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

    /** How long an answer is waited for before the question is put again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FixSession session;
    private final Clock clock;
    private Instant askedAt = Instant.EPOCH;
    private boolean isAwaited;

    ReceiptProof(FixSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** What was asked before may be lost. */
    void onLogon() {
        isAwaited = false;
        askedAt = clock.now();
    }

    /** About once a second. */
    void tick() {
        Duration since = Duration.between(askedAt, clock.now());
        Duration wait = isAwaited ? PATIENCE : BETWEEN_QUESTIONS;
        if (session.store().delivery().hasUnproven()
                && session.takesReports()
                && since.compareTo(wait) >= 0) {
            ask();
        }
    }

    private void ask() {
        isAwaited = true;
        askedAt = clock.now();
        String id = prefix() + session.store().getNextSenderMsgSeqNum();
        session.session().generateTestRequest(id);
    }

    /** The question says which message of which numbering it is, so the answer does, too. */
    private String prefix() {
        long since = session.store().numberingSince().toEpochMilli();
        return "PROOF-" + Long.toString(since, Character.MAX_RADIX) + "-";
    }

    /** A session message of the peer. */
    void heard(String msgType, FixFields fields) {
        switch (msgType) {
            case "0" -> fields.find(Tags.TEST_REQ_ID).ifPresent(this::answered);
            case "2" -> fields.find(Tags.BEGIN_SEQ_NO).ifPresent(this::lacks);
            default -> {}
        }
    }

    private void answered(String testReqId) {
        String prefix = prefix();
        if (testReqId.startsWith(prefix)) {
            number(testReqId.substring(prefix.length()))
                    .filter(this::wasSent)
                    .ifPresent(this::provenBefore);
        }
    }

    private void lacks(String beginSeqNo) {
        number(beginSeqNo)
                .filter(it -> it <= session.store().getNextSenderMsgSeqNum())
                .ifPresent(it -> session.store().proven(it - 1));
    }

    /** Who answers a question that was never put proves nothing. */
    private boolean wasSent(int number) {
        return number < session.store().getNextSenderMsgSeqNum();
    }

    private void provenBefore(int question) {
        isAwaited = false;
        session.store().proven(question - 1);
    }

    private static Optional<Integer> number(String text) {
        boolean isNumber = text.matches("[0-9]{1,9}");
        return isNumber ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
