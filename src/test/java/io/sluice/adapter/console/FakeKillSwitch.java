package io.sluice.adapter.console;

import io.sluice.order.Command;
import io.sluice.order.KillId;
import io.sluice.order.KillState;
import io.sluice.order.OrderId;
import io.sluice.port.KillSwitch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Remembers what was asked of it; answers a kill of two orders, of which one is left. */
public final class FakeKillSwitch implements KillSwitch {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:07.123Z");

    public final List<Command.Kill> kills = Collections.synchronizedList(new ArrayList<>());
    public final List<Command.Rearm> rearms = Collections.synchronizedList(new ArrayList<>());
    private volatile Optional<Answer> answer = Optional.empty();
    private volatile KillState state = KillState.KILLING;

    public void answers(Answer next) {
        answer = Optional.of(next);
    }

    public void confirms() {
        state = KillState.KILLED_CONFIRMED;
    }

    @Override
    public CompletableFuture<Answer> kill(Command.Kill kill) {
        kills.add(kill);
        return CompletableFuture.completedFuture(answer.orElseGet(() -> record(kill)));
    }

    @Override
    public CompletableFuture<Answer> rearm(Command.Rearm rearm) {
        rearms.add(rearm);
        return CompletableFuture.completedFuture(
                answer.orElseGet(() -> new Rearmed(rearm.scope(), rearm.reason(), rearm.by())));
    }

    @Override
    public CompletableFuture<List<KillRecord>> kills() {
        return CompletableFuture.completedFuture(
                List.copyOf(kills).reversed().stream().map(this::record).toList());
    }

    @Override
    public CompletableFuture<Optional<KillRecord>> find(KillId id) {
        return CompletableFuture.completedFuture(
                List.copyOf(kills).stream()
                        .filter(it -> it.killId().equals(id))
                        .findFirst()
                        .map(this::record));
    }

    @Override
    public List<Block> blocks() {
        return List.copyOf(kills).stream()
                .map(it -> new Block(it.scope(), List.of(it.killId()), it.text()))
                .toList();
    }

    private KillRecord record(Command.Kill it) {
        List<OrderId> residue =
                state == KillState.KILLED_CONFIRMED ? List.of() : List.of(new OrderId("O1"));
        return new KillRecord(
                it.killId(),
                it.scope(),
                it.mode(),
                it.reason(),
                it.by(),
                state,
                AT,
                it.mode().blocks() ? Optional.of(AT) : Optional.empty(),
                2,
                List.of("BRAVO"),
                residue.size(),
                residue);
    }
}
