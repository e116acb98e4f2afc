package io.sluice.port;

import io.sluice.order.LimitInForce;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The limits that the gate applies, and how much of them is used. Safe for any thread. */
public interface LimitsInForce {

    /** Names the content of the limits: the same limits have the same version. */
    String version();

    /** As it is at one moment between two inputs. Fails when too much else waits. */
    CompletableFuture<List<LimitInForce>> limits();
}
