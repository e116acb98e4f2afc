package io.sluice.engine;

import io.sluice.order.LimitInForce;
import io.sluice.port.LimitsInForce;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Looks at the router's limits on the engine's thread, for those who are not on it. */
public final class LimitDesk implements LimitsInForce {

    private final Engine engine;
    private final String version;

    public LimitDesk(Engine engine, String version) {
        this.engine = engine;
        this.version = version;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public CompletableFuture<List<LimitInForce>> limits() {
        CompletableFuture<List<LimitInForce>> answer = new CompletableFuture<>();
        if (!engine.control().offer(() -> answer.complete(engine.router().limits()))) {
            answer.completeExceptionally(
                    new IllegalStateException("too much is waiting for the engine"));
        }
        return answer;
    }
}
