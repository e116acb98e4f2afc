package io.sluice.core;

import io.sluice.order.ClOrdId;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Symbol;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueReport.Reported;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that the router remembers, to be kept beside the journal. What can be computed from it and
 * the policy is left out.
 *
 * @param days the trading days that are remembered, the current one last
 * @param orders in the order they came
 * @param lookUps unmatched reports whose orders are being looked up
 */
public record RouterState(
        String instance,
        long epoch,
        long counter,
        List<LocalDate> days,
        List<VenueId> venuesUp,
        List<Remembered> orders,
        List<RefusedId> refusedIds,
        List<Awaited> awaited,
        List<Holding> holdings,
        List<LastPrice> lastPrices,
        List<Rate> rates,
        List<Reported> lookUps,
        List<Killed> kills,
        List<Block> blocks,
        List<Pursued> pursued) {

    /**
     * An order and what was booked on it.
     *
     * @param endedOn the trading day on which it ended
     */
    public record Remembered(Order order, List<Booked> booked, Optional<LocalDate> endedOn) {}

    /** An id of a request that was refused: it belongs to no order, and is used all the same. */
    public record RefusedId(OmsId oms, ClOrdId clOrdId, Optional<OrderId> orderId, LocalDate day) {}

    /**
     * An order with a request that the venue has not answered.
     *
     * @param since when the request left, or the venue was last asked
     * @param asks how often it was asked since it last gave news
     * @param deferred cancels that wait for the venue to come up
     * @param requestedAt when the last order or replace left
     * @param denied what the venue said, since it came up, that it does not have
     */
    public record Awaited(
            OrderId orderId,
            Instant since,
            int asks,
            List<VenueClOrdId> deferred,
            Optional<Instant> requestedAt,
            Optional<Denied> denied) {}

    /**
     * A request that the venue said it does not have.
     *
     * @param at when it said so first
     */
    public record Denied(VenueClOrdId request, Instant at) {}

    /**
     * The last known price of what has traded.
     *
     * @param reference what was configured when it became known; absent in old snapshots
     */
    public record LastPrice(Symbol symbol, Price price, Optional<Price> reference) {}

    /** When the orders and replaces of about the last second came. */
    public record Rate(OmsId oms, List<Instant> cameAt) {}
}
