package io.sluice.adapter.console;

import java.nio.charset.StandardCharsets;

/** Why a stream ends: the close code of the WebSocket and a text that says what to do. */
record StreamEnd(int code, String reason) {

    /** What RFC 6455 leaves for the reason, in bytes. */
    private static final int MAX_REASON = 123;

    StreamEnd {
        reason = shortened(reason);
    }

    static StreamEnd badRequest(String reason) {
        return new StreamEnd(4400, reason);
    }

    static StreamEnd tooSlow(StreamPlace last) {
        return new StreamEnd(4408, "too slow: resume with after=" + last);
    }

    static StreamEnd gone(long oldest) {
        return new StreamEnd(4410, "the journal has no longer what comes next: after=" + oldest);
    }

    static StreamEnd beyondTheEnd(StreamPlace after, long durable) {
        return new StreamEnd(
                4416, "after=" + after + " is beyond the end of the journal, " + durable);
    }

    static StreamEnd tooMany(int allowed) {
        return new StreamEnd(4429, allowed + " streams are open already");
    }

    static StreamEnd stopping(StreamPlace last) {
        return new StreamEnd(1001, "the router is stopping: resume with after=" + last);
    }

    static StreamEnd failed(StreamPlace last) {
        return new StreamEnd(1011, "the journal cannot be read on after=" + last);
    }

    private static String shortened(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.US_ASCII);
        return new String(bytes, 0, Math.min(bytes.length, MAX_REASON), StandardCharsets.US_ASCII);
    }
}
