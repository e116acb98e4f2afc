package io.sluice.port;

import io.sluice.order.Command;
import io.sluice.order.Denial;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.KillState;
import io.sluice.order.OrderId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The device that stops a scope. Safe for any thread but the engine's. */
public interface KillSwitch {

    /** Orders that a record names at most. */
    int NAMED = 1_000;

    /**
     * Blocks at once, on the caller's thread, whatever else waits; by the return no new order or
     * replace of the scope is given to a transport any more. The answer comes when the router has
     * taken the kill, and its targets are counted. Told again under the same id it is the same
     * kill.
     */
    CompletableFuture<Answer> kill(Command.Kill kill);

    /** Lifts the block of exactly this scope; the answer comes when that is durable. */
    CompletableFuture<Answer> rearm(Command.Rearm rearm);

    /** Every kill that is remembered, the newest first. */
    CompletableFuture<List<KillRecord>> kills();

    CompletableFuture<Optional<KillRecord>> find(KillId id);

    /** What is blocked at this moment; waits for nothing. */
    List<Block> blocks();

    /** What became of a kill or a re-arm. */
    sealed interface Answer {}

    /**
     * The kill as it stands.
     *
     * @param at when the router took it
     * @param blockedAt the same; absent when its mode blocks nothing
     * @param targets how many orders it was to end
     * @param notQuiesced broker sessions that could not be seen to have let go of the last bytes
     *     that left before the block, when it was set
     * @param left how many targets have not ended
     * @param residue the first {@link #NAMED} of them
     */
    record KillRecord(
            KillId killId,
            KillScope scope,
            KillMode mode,
            String reason,
            String by,
            KillState state,
            Instant at,
            Optional<Instant> blockedAt,
            int targets,
            List<String> notQuiesced,
            int left,
            List<OrderId> residue)
            implements Answer {}

    record Rearmed(KillScope scope, String reason, String by) implements Answer {}

    record Refused(Denial denial) implements Answer {}

    /**
     * One blocked scope.
     *
     * @param kills those that block it and were not re-armed since
     */
    record Block(KillScope scope, List<KillId> kills, String why) {}
}
