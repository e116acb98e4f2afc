package io.sluice.engine;

import io.sluice.core.Policy;
import io.sluice.core.Router;
import io.sluice.port.FixPlace;
import io.sluice.port.FixStates;
import io.sluice.port.Frame;
import io.sluice.port.Journal;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Rebuilds the router and the FIX numbering from the snapshot and the frames after it. Ends before
 * any FIX session is built.
 */
public final class Recovery {

    private final Journal journal;
    private final FixStates fixStates;
    private Router router;
    private long frames;
    private long events;

    private Recovery(Policy policy, Journal journal, FixStates fixStates) {
        this.journal = journal;
        this.fixStates = fixStates;
        this.router = new Router(policy);
    }

    /** What was recovered. */
    public record Result(Router router, long frames, long events) {}

    public static Result recover(Policy policy, Journal journal, FixStates fixStates)
            throws IOException {
        Recovery recovery = new Recovery(policy, journal, fixStates);
        long after = recovery.restoreSnapshot(policy);
        journal.replay(after, recovery::replay);
        return new Result(recovery.router, recovery.frames, recovery.events);
    }

    private long restoreSnapshot(Policy policy) throws IOException {
        Optional<Journal.Snapshot> snapshot = journal.loadSnapshot();
        if (snapshot.isEmpty()) {
            return 0;
        }
        EngineState state = (EngineState) snapshot.get().state();
        router = Router.restored(policy, state.router());
        fixStates.restore(state.sessions());
        return snapshot.get().position();
    }

    private void replay(long position, Frame frame) {
        frames++;
        Instant at = frame.at();
        for (int i = 0; i < frame.entries().size(); i++) {
            Frame.Entry entry = frame.entries().get(i);
            switch (entry) {
                case Frame.Happened happened -> {
                    events++;
                    router.apply(happened.event(), at);
                }
                case Frame.FixStored _,
                        Frame.FixNumbers _,
                        Frame.FixReset _,
                        Frame.FixHeld _,
                        Frame.FixCopied _,
                        Frame.FixProven _,
                        Frame.FixSubscribed _ ->
                        fixStates.replay(new FixPlace(position, i), at, entry);
            }
        }
        fixStates.closed(position);
    }
}
