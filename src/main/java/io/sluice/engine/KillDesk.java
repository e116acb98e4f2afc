package io.sluice.engine;

import io.sluice.core.Killed;
import io.sluice.order.Command.Kill;
import io.sluice.order.Command.Rearm;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.Event.DayRolled;
import io.sluice.order.Event.KillConfirmed;
import io.sluice.order.Event.KillRefused;
import io.sluice.order.Event.KillUnconfirmed;
import io.sluice.order.Event.RearmRefused;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Event.ScopeRearmed;
import io.sluice.order.KillId;
import io.sluice.order.KillScope;
import io.sluice.order.OrderId;
import io.sluice.order.Orders;
import io.sluice.port.EventListener;
import io.sluice.port.KillRecords;
import io.sluice.port.KillSwitch;
import io.sluice.port.Lane;
import io.sluice.port.Staging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The kill switch: sets the block on the caller's thread, before anything is journaled or waits in
 * a lane, and then tells the router.
 */
public final class KillDesk implements KillSwitch, KillRecords, EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(KillDesk.class);
    private static final int MAX_WAITING = 10_000;

    /** How long those who write to sockets may take to let go of what they had been permitted. */
    private static final Duration QUIESCE_PATIENCE = Duration.ofMillis(50);

    private final Engine engine;
    private final Blocks blocks;
    private final Staging staging;
    private final LatchKeeper latch;
    private final Lane lane;

    /** What the latch holds and the recovered router does not know: a day may forget kills. */
    private List<Kill> untold = List.of();

    /** Every id that was used, told to the router or not yet. */
    private final Map<KillId, Claim> claims = new ConcurrentHashMap<>();

    private final Map<KillId, List<String>> notQuiesced = new ConcurrentHashMap<>();

    /**
     * @param told whether the router knows it: a repetition must not block again what was re-armed
     */
    private record Claim(Kill kill, boolean told) {

        boolean isFor(Kill other) {
            return kill.scope().equals(other.scope()) && kill.mode() == other.mode();
        }
    }

    public KillDesk(Engine engine, Blocks blocks, Staging staging, LatchKeeper latch) {
        this.engine = engine;
        this.blocks = blocks;
        this.staging = staging;
        this.latch = latch;
        this.lane = engine.lane("kill", Lane.Priority.CONTROL, MAX_WAITING);
    }

    /**
     * Sets what the recovered router blocks, and what the latch holds that it does not know. Before
     * any session is built, and before the engine runs.
     */
    public void restore() {
        for (Killed killed : engine.router().kills()) {
            claims.put(killed.id(), new Claim(commandOf(killed), true));
            if (killed.standing()) {
                block(commandOf(killed));
            }
        }
        latch.dropWithout(this::isToBeKept);
        untold =
                latch.kept().stream()
                        .filter(kill -> engine.router().kill(kill.killId()).isEmpty())
                        .toList();
        untold.stream().filter(it -> it.mode().blocks()).forEach(this::block);
    }

    private boolean isToBeKept(KillId id) {
        return engine.router().kill(id).map(Killed::standing).orElse(true);
    }

    /** Tells the router the kills that a crash kept from its journal. In an open frame. */
    public void tellAgain() {
        for (Kill kill : untold) {
            LOG.warn("ALARM: {} was not journaled before the last end; telling it again", kill);
            engine.tell(kill);
        }
    }

    private static Kill commandOf(Killed it) {
        return new Kill(it.id(), it.scope(), it.mode(), it.reason(), it.by());
    }

    private void block(Kill kill) {
        blocks.block(kill.scope(), kill.killId(), kill.text());
    }

    @Override
    public CompletableFuture<Answer> kill(Kill kill) {
        Claim claim = claims.computeIfAbsent(kill.killId(), _ -> new Claim(kill, false));
        if (!claim.isFor(kill)) {
            return CompletableFuture.completedFuture(refused(kill, claim));
        }
        if (!claim.told()) {
            blockFirst(kill);
        }
        return onEngine(answer -> take(kill, answer));
    }

    private static Refused refused(Kill kill, Claim claim) {
        return new Refused(
                Denial.of(
                        DenialCode.DUPLICATE_KILL_ID,
                        "Kill %s is one of %s with mode %s"
                                .formatted(
                                        kill.killId(), claim.kill().scope(), claim.kill().mode())));
    }

    private void blockFirst(Kill kill) {
        if (kill.mode().blocks()) {
            block(kill);
        }
        Supplier<Boolean> latched = latch.keep(kill);
        if (kill.mode().blocks()) {
            List<String> late = staging.quiesce(QUIESCE_PATIENCE);
            notQuiesced.put(kill.killId(), late);
            if (!late.isEmpty()) {
                LOG.error("ALARM: {}: bytes are still with the transport of {}", kill, late);
            }
        }
        if (!latched.get()) {
            LOG.error("ALARM: {} could not be latched; a crash now may lose it", kill);
        }
    }

    private void take(Kill kill, CompletableFuture<Answer> answer) {
        for (Event event : engine.tell(kill)) {
            if (event instanceof KillRefused refused) {
                lift(kill.scope(), List.of(kill.killId()));
                answer.complete(new Refused(refused.denial()));
                return;
            }
        }
        Killed killed =
                engine.router()
                        .kill(kill.killId())
                        .orElseThrow(() -> new IllegalStateException("Not taken: " + kill));
        if (kill.mode().blocks() && !killed.standing()) {
            lift(kill.scope(), List.of(kill.killId()));
        }
        answer.complete(record(killed));
    }

    @Override
    public CompletableFuture<Answer> rearm(Rearm rearm) {
        return onEngine(answer -> take(rearm, answer));
    }

    private void take(Rearm rearm, CompletableFuture<Answer> answer) {
        List<KillId> standing = standing(rearm.scope());
        for (Event event : engine.tell(rearm)) {
            switch (event) {
                case RearmRefused refused -> answer.complete(new Refused(refused.denial()));
                case ScopeRearmed _ ->
                        engine.whenDurable(
                                () -> {
                                    lift(rearm.scope(), standing);
                                    answer.complete(
                                            new Rearmed(rearm.scope(), rearm.reason(), rearm.by()));
                                });
                case Event _ -> {}
            }
        }
    }

    /** The kills of the scope that a re-arm of it lifts; one that comes later is not among them. */
    private List<KillId> standing(KillScope scope) {
        return engine.router().kills().stream()
                .filter(it -> it.standing() && it.scope().equals(scope))
                .map(Killed::id)
                .toList();
    }

    private void lift(KillScope scope, List<KillId> kills) {
        blocks.lift(scope, kills);
        latch.drop(kills);
    }

    @Override
    public CompletableFuture<List<KillRecord>> kills() {
        return onEngine(
                answer ->
                        answer.complete(
                                engine.router().kills().reversed().stream()
                                        .map(this::record)
                                        .toList()));
    }

    @Override
    public CompletableFuture<Optional<KillRecord>> find(KillId id) {
        return onEngine(answer -> answer.complete(engine.router().kill(id).map(this::record)));
    }

    @Override
    public List<Block> blocks() {
        return blocks.blocks();
    }

    @Override
    public LocalDate tradingDay() {
        return engine.router().tradingDay();
    }

    @Override
    public Optional<List<OrderId>> targets(KillId id) {
        return engine.router().kill(id).map(Killed::targets);
    }

    private KillRecord record(Killed it) {
        return new KillRecord(
                it.id(),
                it.scope(),
                it.mode(),
                it.reason(),
                it.by(),
                it.state(),
                it.at(),
                it.mode().blocks() ? Optional.of(it.at()) : Optional.empty(),
                it.targets().size(),
                notQuiesced.getOrDefault(it.id(), List.of()),
                it.left().size(),
                it.left().stream().limit(NAMED).toList());
    }

    private interface Question<T> {
        void put(CompletableFuture<T> answer);
    }

    private <T> CompletableFuture<T> onEngine(Question<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean taken =
                lane.offer(
                        () -> {
                            try {
                                question.put(answer);
                            } catch (RuntimeException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        if (!taken) {
            answer.completeExceptionally(
                    new IllegalStateException(
                            MAX_WAITING + " questions about kills are waiting already"));
        }
        return answer;
    }

    @Override
    public void on(Event event, Orders orders, Instant at) {
        switch (event) {
            case ScopeKilled it -> killed(it);
            case ScopeRearmed it ->
                    LOG.warn("{} was re-armed by {}: {}", it.scope(), it.by(), it.reason());
            case KillConfirmed it ->
                    LOG.warn(
                            "Kill {} is confirmed: {} orders have ended",
                            it.killId(),
                            it.targets());
            case KillUnconfirmed it ->
                    LOG.error(
                            "ALARM: kill {} is not confirmed: {} orders have not ended, among them {}",
                            it.killId(),
                            it.left(),
                            it.residue().stream().limit(10).toList());
            case DayRolled _ -> forget();
            case Event _ -> {}
        }
    }

    /** What the router has forgotten. */
    private void forget() {
        claims.values()
                .removeIf(it -> it.told() && engine.router().kill(it.kill().killId()).isEmpty());
        notQuiesced.keySet().retainAll(claims.keySet());
    }

    /** Also a kill that came on another way than this desk blocks from here on. */
    private void killed(ScopeKilled it) {
        Kill kill = new Kill(it.killId(), it.scope(), it.mode(), it.reason(), it.by());
        LOG.warn(
                "ALARM: {} was killed ({}) by {}: {}", it.scope(), it.mode(), it.by(), kill.text());
        claims.put(it.killId(), new Claim(kill, true));
        if (it.mode().blocks()) {
            block(kill);
        } else {
            engine.whenDurable(() -> latch.drop(List.of(it.killId())));
        }
    }
}
