package io.sluice.adapter.console;

import io.sluice.order.Account;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.OrderState;
import io.sluice.order.OrderType;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;
import io.sluice.order.TimeInForce;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as the API shows it: the terms last agreed to, and what became of them.
 *
 * @param unknown why we do not know what the venue made of it, while we do not
 */
record OrderView(
        OrderId id,
        OmsId oms,
        ClOrdId clOrdId,
        OrderState state,
        boolean open,
        boolean cancelPending,
        boolean replacePending,
        Account account,
        Symbol symbol,
        Side side,
        OrderType orderType,
        Qty qty,
        Optional<Price> price,
        TimeInForce timeInForce,
        Optional<String> exDestination,
        Qty cumQty,
        Qty leavesQty,
        Price avgPx,
        Optional<VenueId> venue,
        Optional<VenueOrderId> venueOrderId,
        Optional<VenueClOrdId> venueClOrdId,
        Optional<String> unknown,
        Instant receivedAt,
        Instant lastReportAt,
        List<LinkView> links) {

    /** One request of the chain, oldest first. */
    record LinkView(
            Link.Kind kind,
            Optional<ClOrdId> clOrdId,
            Optional<VenueClOrdId> venueClOrdId,
            Qty qty,
            Optional<Price> price,
            Link.Answer answer,
            CarriedFields carried) {

        static LinkView of(Link link) {
            return new LinkView(
                    link.kind(),
                    link.clOrdId(),
                    link.venueClOrdId(),
                    link.terms().qty(),
                    link.terms().price(),
                    link.answer(),
                    link.carried());
        }
    }

    static OrderView of(Order order) {
        Terms terms = order.terms();
        return new OrderView(
                order.id(),
                order.oms(),
                order.clOrdId(),
                order.state(),
                !order.isFinal(),
                order.isCancelPending(),
                order.isReplacePending(),
                terms.account(),
                terms.symbol(),
                terms.side(),
                terms.orderType(),
                terms.qty(),
                terms.price(),
                terms.timeInForce(),
                terms.exDestination(),
                order.cumQty(),
                order.leavesQty(),
                order.avgPx(),
                order.venue(),
                order.venueOrderId(),
                order.latestVenueClOrdId(),
                order.unknown(),
                order.receivedAt(),
                order.lastReportAt(),
                order.links().stream().map(LinkView::of).toList());
    }
}
