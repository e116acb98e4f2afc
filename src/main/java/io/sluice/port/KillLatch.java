package io.sluice.port;

import io.sluice.order.Command;
import io.sluice.order.KillId;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * Keeps kills beside the journal, so that one survives a crash that comes before its frame is
 * durable. One thread at a time.
 */
public interface KillLatch {

    /** Those that were kept when it was opened, oldest first. */
    List<Command.Kill> kept();

    /** Returns when it is durable. */
    void keep(Command.Kill kill) throws IOException;

    void drop(Collection<KillId> kills) throws IOException;
}
