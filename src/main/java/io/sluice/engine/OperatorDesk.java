package io.sluice.engine;

import io.sluice.order.Command;
import io.sluice.order.Event;
import io.sluice.port.Lane;
import io.sluice.port.Operator;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes people's commands to the engine's thread and answers once what they caused is durable. */
public final class OperatorDesk implements Operator {

    private static final int MAX_WAITING = 1_000;

    private final Engine engine;
    private final Lane lane;

    public OperatorDesk(Engine engine) {
        this.engine = engine;
        this.lane = engine.lane("operator", Lane.Priority.CONTROL, MAX_WAITING);
    }

    @Override
    public CompletableFuture<List<Event>> submit(Command command) {
        CompletableFuture<List<Event>> answer = new CompletableFuture<>();
        boolean taken = lane.offer(() -> run(command, answer));
        if (!taken) {
            answer.completeExceptionally(
                    new IllegalStateException(MAX_WAITING + " commands are waiting already"));
        }
        return answer;
    }

    private void run(Command command, CompletableFuture<List<Event>> answer) {
        try {
            List<Event> events = engine.tell(command);
            engine.whenDurable(() -> answer.complete(events));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
