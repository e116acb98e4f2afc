package io.sluice.app;

import io.sluice.order.Event;
import io.sluice.order.Event.LookUpEnded;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.Event.RouterEvent;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderId;
import io.sluice.order.Orders;
import io.sluice.order.VenueId;
import io.sluice.port.EventListener;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Set;

/**
 * Tells people in the log what only they can put right. Never throws, and never waits: the log has
 * a queue that drops lines when it is full.
 */
final class Alarms implements EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    @Override
    public void on(Event event, Orders orders, Instant at) {
        switch (event) {
            case ReportUnmatched unmatched when unmatched.lookUp() ->
                    LOG.warn(
                            "A report of {} fits no order in memory; it is looked up: {}: {}",
                            unmatched.report().venue(),
                            unmatched.why(),
                            unmatched.report());
            case LookUpEnded ended when ended.orderId().isEmpty() ->
                    LOG.error(
                            "ALARM: a report of {} fits no order and was not booked: {}: {}",
                            ended.report().venue(),
                            ended.why(),
                            ended.report());
            case LookUpEnded ended ->
                    LOG.warn(
                            "A report of {} was on order {}, which had left memory: {}",
                            ended.report().venue(),
                            ended.orderId().map(OrderId::value).orElse(""),
                            ended.why());
            case ReportUnmatched unmatched ->
                    LOG.error(
                            "ALARM: a report of {} fits no order and was not booked: {}: {}",
                            unmatched.report().venue(),
                            unmatched.why(),
                            unmatched.report());
            case InvariantViolated violated ->
                    LOG.error(
                            "ALARM: a report on order {} does not fit it: {} ({})",
                            violated.orderId(),
                            violated.what(),
                            orders.find(violated.orderId())
                                    .map(Alarms::parties)
                                    .orElse("an order that is not in the book"));
            case OrderEvent _, RouterEvent _ -> {}
        }
    }

    /** Said at the start of a run: such orders may trade, and nobody here would hear of it. */
    static void ofOrphans(Orders orders, Set<VenueId> configured) {
        for (Order order : orders.open()) {
            order.venue()
                    .filter(venue -> !configured.contains(venue))
                    .ifPresent(
                            venue ->
                                    LOG.error(
                                            "ALARM: order {} is open at {}, which is not"
                                                    + " configured any more ({})",
                                            order.id(),
                                            venue,
                                            parties(order)));
        }
    }

    private static String parties(Order order) {
        return "OMS %s, ClOrdID(11) %s, venue %s"
                .formatted(
                        order.oms(),
                        order.clOrdId(),
                        order.venue().map(VenueId::toString).orElse("none"));
    }
}
