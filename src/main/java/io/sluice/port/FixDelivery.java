package io.sluice.port;

import java.util.List;
import java.util.Optional;

/**
 * What a FIX session's peer has yet to get, or to prove that it got.
 *
 * @param unproven reports that were sent under the current numbering, oldest first
 * @param backlog reports that wait to be sent, oldest first
 * @param subscription present when the session reads copies of what others are told
 * @param oldestSource the oldest frame that a message of the current numbering was made from;
 *     {@code Long.MAX_VALUE} when none was
 */
public record FixDelivery(
        List<Unproven> unproven,
        List<Waiting> backlog,
        Optional<Subscription> subscription,
        long oldestSource) {

    /** A report that was sent with this MsgSeqNum(34). */
    public record Unproven(int msgSeqNum, FixPlace source) {}

    /** A report that waits; the peer may have had it under an earlier numbering. */
    public record Waiting(FixPlace source, boolean mayRepeat) {}

    /**
     * How far a reader of copies is.
     *
     * @param given everything up to there was given to it
     * @param onceGiven everything up to there it may have had under an earlier numbering
     */
    public record Subscription(FixPlace given, FixPlace onceGiven) {}
}
