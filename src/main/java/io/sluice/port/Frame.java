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
}
