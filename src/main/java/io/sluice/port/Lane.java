package io.sluice.port;

/**
 * A bounded queue of work for the engine's thread. Order is kept within a lane; lanes of one
 * priority are served in turn. Safe for any thread.
 */
public interface Lane {

    /** Whose work goes first. */
    enum Priority {
        /** Kill, timers, durability, failure. */
        CONTROL,
        /** What venues tell us. */
        VENUE,
        /** What OMSs ask of us. */
        OMS,
        /** Copies for those who watch. */
        DROP_COPY
    }

    /** Whether there was room. */
    boolean offer(Work work);

    /** Called by the engine's thread whenever the lane has room again after it was full. */
    void onRoom(Runnable action);

    int size();
}
