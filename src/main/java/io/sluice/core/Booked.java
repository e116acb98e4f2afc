package io.sluice.core;

import io.sluice.order.ExecType;
import io.sluice.order.Qty;
import io.sluice.order.Trade;
import io.sluice.order.VenueExecId;

import java.util.Optional;

/**
 * A report of a venue that was booked, and is not booked again. The type and the numbers stand
 * beside the id because a venue that numbers carelessly must not cost us a fill.
 *
 * @param id absent when the venue gave none; then the numbers of a trade are all there is
 * @param cumQty absent when it was not kept, and the id alone counts
 * @param trade present when the report told of one
 */
public record Booked(
        Optional<VenueExecId> id, ExecType type, Optional<Qty> cumQty, Optional<Trade> trade) {

    private static final VenueExecId NO_ID = new VenueExecId("0");

    /**
     * Nothing when the report cannot be told from another one: answers to status requests tell of
     * nothing that happened, and what has neither id nor sums could be one of many.
     */
    static Optional<Booked> of(
            Optional<VenueExecId> id, ExecType type, Qty cumQty, Optional<Trade> trade) {
        boolean hasSums = trade.filter(it -> !it.lastQty().exceeds(cumQty)).isPresent();
        if (type == ExecType.ORDER_STATUS || (usable(id).isEmpty() && !hasSums)) {
            return Optional.empty();
        }
        return Optional.of(new Booked(usable(id), type, Optional.of(cumQty), trade));
    }

    /** FIX 4.4 uses an ExecID(17) of 0 where nothing was executed. */
    static Optional<VenueExecId> usable(Optional<VenueExecId> id) {
        return id.filter(it -> !it.equals(NO_ID));
    }

    /** The same id and the same trade, whatever the sum. */
    boolean isTradeOf(Booked other) {
        return type == other.type && id.equals(other.id) && trade.equals(other.trade);
    }

    /** The same id and type, whatever the numbers. */
    Booked withoutNumbers() {
        return new Booked(id, type, Optional.empty(), Optional.empty());
    }
}
