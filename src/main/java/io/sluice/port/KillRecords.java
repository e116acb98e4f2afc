package io.sluice.port;

import io.sluice.order.KillId;
import io.sluice.order.OrderId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The kills as they stand, to look at on the engine's thread. */
public interface KillRecords {

    /** The trading day: ids of OMSs are free again on the next one. */
    LocalDate tradingDay();

    /** Every order that the kill was to end; nothing when there is no such kill. */
    Optional<List<OrderId>> targets(KillId id);
}
