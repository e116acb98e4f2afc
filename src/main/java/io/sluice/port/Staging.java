package io.sluice.port;

import java.time.Duration;
import java.util.List;

/** What a frame wants to send, held until the frame is durable. */
public interface Staging {

    /** Whether the open frame has staged anything. Engine's thread. */
    boolean hasStaged();

    /**
     * What was staged since the last call belongs to the frame at this position. Engine's thread.
     */
    void seal(long position);

    /** Everything sealed up to this position may leave. Journal's thread. */
    void release(long durable);

    /**
     * Waits until every order and replace that was permitted before this call has left, or {@code
     * patience} is over. Any thread but the engine's.
     *
     * @return the sessions for which it was over
     */
    List<String> quiesce(Duration patience);

    /** The journal failed: cancels may still leave, nothing else does. */
    void journalFailed();
}
