package io.sluice.adapter.store;

import io.sluice.order.Link;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Terms;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of orders and of their requests. The orders used last are kept in memory, those that
 * changed since the last commit always. For one thread.
 */
final class OrderRows {

    private static final String INSERT =
            "INSERT INTO orders (cl_ord_id, account, symbol, side, order_type, time_in_force, qty,"
                    + " price, venue, venue_order_id, state, ord_status, is_open, cum_qty,"
                    + " leaves_qty, avg_px, unknown_why, updated_at, ended_at, journal_position,"
                    + " document, order_id, number, oms, trading_day, received_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE orders SET cl_ord_id = ?, account = ?, symbol = ?, side = ?, order_type = ?,"
                    + " time_in_force = ?, qty = ?, price = ?, venue = ?, venue_order_id = ?,"
                    + " state = ?, ord_status = ?, is_open = ?, cum_qty = ?, leaves_qty = ?,"
                    + " avg_px = ?, unknown_why = ?, updated_at = ?, ended_at = ?,"
                    + " journal_position = ?, document = ? WHERE order_id = ?";
    private static final String INSERT_REQUEST =
            "INSERT INTO requests (kind, oms, cl_ord_id, venue, venue_cl_ord_id, qty, price,"
                    + " answer, document, order_id, number)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_REQUEST =
            "UPDATE requests SET kind = ?, oms = ?, cl_ord_id = ?, venue = ?, venue_cl_ord_id = ?,"
                    + " qty = ?, price = ?, answer = ?, document = ? WHERE order_id = ? AND number = ?";

    private final Connection connection;
    private final Writes writes;
    private final int kept;
    private final Map<OrderId, Tracked> tracked = new LinkedHashMap<>(1_024, 0.75f, true);
    private final Set<OrderId> changed = new LinkedHashSet<>();
    private long lastNumber;

    /**
     * @param kept how many unchanged orders stay in memory
     */
    OrderRows(Connection connection, Writes writes, int kept) throws SQLException {
        this.connection = connection;
        this.writes = writes;
        this.kept = kept;
        this.lastNumber = Queries.number(connection, "SELECT MAX(number) FROM orders");
    }

    /** What is known of an order, in memory or in the store. */
    Optional<Tracked> find(OrderId id) throws SQLException {
        Tracked known = tracked.get(id);
        if (known == null) {
            known = load(id);
        }
        if (known != null) {
            tracked.put(id, known);
        }
        return Optional.ofNullable(known);
    }

    Tracked begin(Order order, Optional<LocalDate> day, Instant at, long position) {
        lastNumber++;
        return keep(Tracked.begin(order, lastNumber, day, at, position));
    }

    Tracked keep(Tracked next) {
        tracked.put(next.order().id(), next);
        changed.add(next.order().id());
        return next;
    }

    /** Gathers the rows of everything that changed. */
    void write() throws SQLException {
        for (OrderId id : changed) {
            Tracked it = tracked.get(id);
            if (it != null) {
                write(it);
            }
        }
    }

    /** All that was written is in the store. */
    void committed() {
        for (OrderId id : changed) {
            tracked.computeIfPresent(id, (_, it) -> it.stored());
        }
        changed.clear();
        Iterator<OrderId> oldest = tracked.keySet().iterator();
        while (tracked.size() > kept) {
            oldest.next();
            oldest.remove();
        }
    }

    private @Nullable Tracked load(OrderId id) throws SQLException {
        Optional<Order> order = OrderDocuments.byId(connection, id);
        if (order.isEmpty()) {
            return null;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT number, trading_day, updated_at, ended_at, journal_position"
                                + " FROM orders WHERE order_id = ?")) {
            statement.setString(1, id.value());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? tracked(order.get(), found) : null;
            }
        }
    }

    private static Tracked tracked(Order order, ResultSet found) throws SQLException {
        return new Tracked(
                order,
                found.getLong(1),
                Optional.ofNullable(found.getObject(2, LocalDate.class)),
                found.getObject(3, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(found.getObject(4, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                found.getLong(5),
                order.links(),
                false);
    }

    private void write(Tracked it) throws SQLException {
        Order order = it.order();
        Row row = writes.row(it.isNew() ? INSERT : UPDATE);
        terms(row.text(order.clOrdId()), order.terms());
        row.text(order.venue()).text(order.venueOrderId());
        row.text(order.state()).text(order.ordStatus()).flag(!order.isFinal());
        row.decimal(order.cumQty().value()).decimal(order.leavesQty().value());
        row.decimal(order.avgPx().value()).text(order.unknown());
        row.time(it.updatedAt()).time(it.endedAt()).number(it.position());
        row.document(StoreJson.order(order)).text(order.id());
        if (it.isNew()) {
            row.number(it.number()).text(order.oms()).day(it.day()).time(order.receivedAt());
        }
        row.add();
        writeRequests(it);
    }

    private static void terms(Row row, Terms terms) throws SQLException {
        row.text(terms.account()).text(terms.symbol()).text(terms.side());
        row.text(terms.orderType()).text(terms.timeInForce());
        row.decimal(terms.qty().value()).decimal(terms.price().map(Price::value));
    }

    private void writeRequests(Tracked it) throws SQLException {
        List<Link> links = it.order().links();
        for (int i = 0; i < links.size(); i++) {
            if (i >= it.storedLinks().size()) {
                write(it.order(), i, writes.row(INSERT_REQUEST));
            } else if (!links.get(i).equals(it.storedLinks().get(i))) {
                write(it.order(), i, writes.row(UPDATE_REQUEST));
            }
        }
    }

    private static void write(Order order, int number, Row row) throws SQLException {
        Link link = order.links().get(number);
        Qty qty = link.terms().qty();
        row.text(link.kind()).text(order.oms()).text(link.clOrdId());
        row.text(order.venue()).text(link.venueClOrdId());
        row.decimal(qty.value()).decimal(link.terms().price().map(Price::value));
        row.text(link.answer()).document(StoreJson.link(link));
        row.text(order.id()).number(number).add();
    }
}
