package io.sluice.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A FIX session's numbering and where its messages are.
 *
 * @param createdAt when the numbering began
 * @param firstMsgSeqNum MsgSeqNum(34) of the first message that {@code positions} knows
 * @param positions the frame of each message from there on; 0 where there is none
 * @param delivery absent when the peer has proven to have everything
 */
public record FixState(
        String session,
        Instant createdAt,
        int nextSender,
        int nextTarget,
        int firstMsgSeqNum,
        List<Long> positions,
        Optional<FixDelivery> delivery) {}
