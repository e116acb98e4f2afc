package io.sluice.adapter.store;

import io.sluice.order.Event;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.ByVenue;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderId;
import io.sluice.order.Trade;
import io.sluice.port.OrderRecords.Place;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The rows of events and executions: each is written once and never changes. For one thread. */
final class EventRows {

    private static final String EVENT =
            "INSERT INTO order_events (journal_position, event_index, happened_at, event_type,"
                    + " order_id, detail) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String EXECUTION =
            "INSERT INTO executions (journal_position, event_index, happened_at, exec_id,"
                    + " venue_exec_id, order_id, oms, cl_ord_id, account, symbol, side, venue,"
                    + " exec_type, ord_status, last_qty, last_px, cum_qty, leaves_qty, avg_px,"
                    + " text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Writes writes;

    EventRows(Writes writes) {
        this.writes = writes;
    }

    void write(Place place, Instant at, Event event) throws SQLException {
        Optional<OrderId> order =
                event instanceof OrderEvent of ? Optional.of(of.orderId()) : Optional.empty();
        place(writes.row(EVENT), place, at)
                .text(event.getClass().getSimpleName())
                .text(order)
                .document(StoreJson.event(event))
                .add();
    }

    /**
     * Writes what the OMS is told by ExecutionReport(8).
     *
     * @param after the order as the event left it
     */
    void writeExecution(Place place, Instant at, OrderEvent event, Order after)
            throws SQLException {
        switch (event) {
            case OrderFilled e -> relayed(place, at, e, after, Optional.of(e.trade()));
            case ByVenue e -> relayed(place, at, e, after, Optional.empty());
            case OrderDenied e -> refused(place, at, e.execId(), e.denial().text(), after);
            case OrderNotSent e -> refused(place, at, e.execId(), e.denial().text(), after);
            case OrderEvent _ -> {}
        }
    }

    private void relayed(Place place, Instant at, ByVenue event, Order order, Optional<Trade> trade)
            throws SQLException {
        Execution it = event.execution();
        Row row = place(writes.row(EXECUTION), place, at);
        order(row.text(it.execId()).text(it.venueExecId()), order);
        row.text(it.execType()).text(it.ordStatus());
        row.decimal(trade.map(each -> each.lastQty().value()));
        row.decimal(trade.map(each -> each.lastPx().value()));
        row.decimal(it.cumQty().value()).decimal(it.leavesQty().value());
        row.decimal(it.avgPx().value()).text(it.text()).add();
    }

    /** A report of our own: no venue ever saw the order. */
    private void refused(Place place, Instant at, ExecId execId, String text, Order order)
            throws SQLException {
        Row row = place(writes.row(EXECUTION), place, at);
        order(row.text(execId).text(Optional.empty()), order);
        row.text(ExecType.REJECTED).text(OrdStatus.REJECTED);
        row.decimal(Optional.empty()).decimal(Optional.empty());
        row.decimal(order.cumQty().value()).decimal(order.leavesQty().value());
        row.decimal(order.avgPx().value()).text(text).add();
    }

    private static Row place(Row row, Place place, Instant at) throws SQLException {
        return row.number(place.position()).number(place.index()).time(at);
    }

    private static void order(Row row, Order order) throws SQLException {
        row.text(order.id()).text(order.oms()).text(order.clOrdId());
        row.text(order.terms().account()).text(order.terms().symbol());
        row.text(order.terms().side()).text(order.venue());
    }
}
