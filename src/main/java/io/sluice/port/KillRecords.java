package io.sluice.port;

import io.sluice.order.KillId;
import io.sluice.order.OrderId;

import java.util.List;
import java.util.Optional;

/** The kills as they stand, to look at on the engine's thread. */
public interface KillRecords {

    /** Every order that the kill was to end; nothing when there is no such kill. */
    Optional<List<OrderId>> targets(KillId id);
}
