package io.sluice.scenario;

import io.sluice.order.ClOrdId;
import io.sluice.order.Denial;
import io.sluice.order.Event;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.Execution;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.Orders;
import io.sluice.order.VenueClOrdId;
import io.sluice.scenario.Driver.Heard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Words events as an OMS would hear them. */
final class OmsEar {

    private final Map<OmsId, Deque<Heard>> heard = new HashMap<>();

    Optional<Heard> next(OmsId oms) {
        return Optional.ofNullable(of(oms).pollFirst());
    }

    void listen(Event event, Orders orders) {
        switch (event) {
            case OrderDenied e -> rejected(orders.get(e.orderId()), e.denial());
            case OrderNotSent e -> rejected(orders.get(e.orderId()), e.denial());
            case DuplicateRefused e ->
                    of(e.oms()).add(rejection(e.clOrdId(), "DUPLICATE_CL_ORD_ID"));
            case InvalidOrderRefused e ->
                    of(e.oms()).add(rejection(e.clOrdId(), e.denial().text()));
            case RequestRefused e -> of(e.oms()).add(refusal(e.clOrdId(), e.denial().text()));
            case RequestRejected e when isOfOms(orders.get(e.orderId()), e.venueClOrdId()) ->
                    refused(orders.get(e.orderId()), e.venueClOrdId(), e.text());
            case ReplaceNotSent e ->
                    refused(orders.get(e.orderId()), e.venueClOrdId(), e.denial().text());
            case OrderEvent.ByVenue e -> reported(orders.get(e.orderId()), e.execution());
            case Event _ -> {}
        }
    }

    /** Nobody is told what became of a request of our own. */
    private static boolean isOfOms(Order order, VenueClOrdId request) {
        return order.linkOf(request).flatMap(Link::clOrdId).isPresent();
    }

    private void reported(Order order, Execution it) {
        of(order.oms())
                .add(
                        new Heard(
                                clOrdId(order, it.request()).value(),
                                it.execType().name(),
                                it.ordStatus().name(),
                                it.cumQty().toString(),
                                it.leavesQty().toString(),
                                it.text()));
    }

    private void rejected(Order order, Denial denial) {
        of(order.oms()).add(rejection(order.clOrdId(), denial.text()));
    }

    private void refused(Order order, VenueClOrdId request, String text) {
        of(order.oms()).add(refusal(clOrdId(order, request), text));
    }

    private static Heard rejection(ClOrdId id, String text) {
        return new Heard(id.value(), "REJECTED", "REJECTED", "0", "0", text);
    }

    private static Heard refusal(ClOrdId id, String text) {
        return new Heard(id.value(), "CANCEL_REJECT", "", "", "", text);
    }

    private static ClOrdId clOrdId(Order order, VenueClOrdId request) {
        return order.linkOf(request).flatMap(Link::clOrdId).orElse(order.clOrdId());
    }

    private Deque<Heard> of(OmsId oms) {
        return heard.computeIfAbsent(oms, _ -> new ArrayDeque<>());
    }
}
