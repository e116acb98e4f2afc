package io.sluice.port;

import io.sluice.order.Command;
import io.sluice.order.Event;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where people's commands enter. Safe for any thread. */
public interface Operator {

    /**
     * What the command caused, once that is durable. Fails when the router is stopping, its journal
     * failed, or too many commands wait.
     */
    CompletableFuture<List<Event>> submit(Command command);
}
