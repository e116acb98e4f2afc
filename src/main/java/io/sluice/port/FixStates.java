package io.sluice.port;

import java.time.Instant;
import java.util.List;

/** The FIX part of what is recovered. For the engine's thread, or before it starts. */
public interface FixStates {

    void restore(List<FixState> states);

    /** One entry of a frame that is read again after a restart, and where it stands. */
    void replay(FixPlace place, Instant at, Frame.Entry entry);

    /** The frame that was open has this position now. */
    void closed(long position);

    List<FixState> states();

    /**
     * The oldest frame that a session may still be asked for; {@code Long.MAX_VALUE} when none is.
     */
    long oldestNeeded();
}
