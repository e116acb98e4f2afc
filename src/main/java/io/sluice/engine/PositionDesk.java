package io.sluice.engine;

import io.sluice.core.Holding;
import io.sluice.port.Positions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Looks at the router's holdings on the engine's thread, for those who are not on it. */
public final class PositionDesk implements Positions {

    private final Engine engine;

    public PositionDesk(Engine engine) {
        this.engine = engine;
    }

    @Override
    public CompletableFuture<List<Position>> positions() {
        CompletableFuture<List<Position>> answer = new CompletableFuture<>();
        if (!engine.control()
                .offer(() -> answer.complete(ofAccounts(engine.router().holdings())))) {
            answer.completeExceptionally(
                    new IllegalStateException("too much is waiting for the engine"));
        }
        return answer;
    }

    static List<Position> ofAccounts(List<Holding> holdings) {
        List<Position> positions = new ArrayList<>();
        for (Holding holding : holdings) {
            holding.account()
                    .map(account -> new Position(account, holding.symbol(), holding.qty()))
                    .ifPresent(positions::add);
        }
        return positions;
    }
}
