package io.sluice.port;

import io.sluice.order.Event;

import java.time.Instant;
import java.util.List;

/**
 * Everything that one input caused: kept whole or not at all.
 *
 * @param epoch the number of the run that wrote it
 */
public record Frame(long epoch, Instant at, List<Entry> entries) {

    /** One thing that a frame keeps. */
    public sealed interface Entry {}

    public record Happened(Event event) implements Entry {}

    /** A FIX message that a session of ours has sent, or will once the frame is durable. */
    public record FixStored(String session, int msgSeqNum, String text) implements Entry {}

    /** Where a FIX session's numbering stands at the end of the frame. */
    public record FixNumbers(String session, int nextSender, int nextTarget) implements Entry {}

    /** A FIX session's numbering began anew: both numbers are 1, and its messages are gone. */
    public record FixReset(String session, Instant createdAt) implements Entry {}

    /** A report that waits for its session: it has no number yet. */
    public record FixHeld(String session, String msgType, String body) implements Entry {}

    /**
     * A FIX message of ours that was made from an entry that stands in the journal already: its
     * text is made again from there, and from the time of this frame.
     *
     * @param source that entry
     * @param mayRepeat the peer may have had it before: it says PossResend(97)=Y
     */
    public record FixCopied(String session, int msgSeqNum, FixPlace source, boolean mayRepeat)
            implements Entry {}

    /** The peer has proven to have every message of this numbering up to this one. */
    public record FixProven(String session, int msgSeqNum) implements Entry {}

    /** The session reads copies of every report from here on: of frames after this position. */
    public record FixSubscribed(String session, long after) implements Entry {}
}
