package io.sluice.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.RandomFrames;
import io.sluice.order.Account;
import io.sluice.order.Event;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.ByVenue;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderId;
import io.sluice.order.Symbol;
import io.sluice.port.Frame;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ProjectionTest {

    private final long seed = System.nanoTime();
    private final List<Frame> frames = RandomFrames.of(seed, 3_000);
    private final Map<OrderId, Order> orders = new LinkedHashMap<>();
    private final Map<String, BigDecimal> held = new LinkedHashMap<>();
    private int events;
    private int executions;

    @BeforeEach
    void foldEverything() {
        for (Frame frame : frames) {
            for (Frame.Entry entry : frame.entries()) {
                if (entry instanceof Frame.Happened(Event event)) {
                    events++;
                    if (event instanceof OrderEvent of) {
                        fold(of, frame);
                    }
                }
            }
        }
    }

    private void fold(OrderEvent event, Frame frame) {
        Order after =
                event instanceof OrderReceived received
                        ? Order.received(received, frame.at())
                        : Optional.ofNullable(orders.get(event.orderId()))
                                .orElseThrow()
                                .after(event, frame.at());
        orders.put(after.id(), after);
        if (event instanceof ByVenue
                || event instanceof OrderDenied
                || event instanceof OrderNotSent) {
            executions++;
        }
        if (event instanceof OrderFilled filled) {
            BigDecimal qty = filled.trade().lastQty().value();
            held.merge(
                    key(after.terms().account(), after.terms().symbol()),
                    after.terms().side().isBuy() ? qty : qty.negate(),
                    BigDecimal::add);
        }
    }

    private static String key(Account account, Symbol symbol) {
        return account + " " + symbol;
    }

    @Test
    void everyOrderIsTheFoldOfItsEvents() throws SQLException {
        try (Connection connection = projected(7)) {
            assertThat(stored(connection)).as("seed " + seed).isEqualTo(orders);
            assertThat(Queries.number(connection, "SELECT COUNT(*) FROM order_events"))
                    .isEqualTo(events);
            assertThat(Queries.number(connection, "SELECT COUNT(*) FROM executions"))
                    .isEqualTo(executions)
                    .isPositive();
            for (Order order : orders.values()) {
                checkColumns(connection, order);
            }
        }
    }

    @Test
    void positionsAreTheSumsOfTheTrades() throws SQLException {
        try (Connection connection = projected(1_000);
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT account, symbol, qty, bought_qty - sold_qty"
                                        + " FROM positions");
                ResultSet rows = statement.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
                assertThat(rows.getBigDecimal(3))
                        .as("seed " + seed)
                        .isEqualByComparingTo(held.get(rows.getString(1) + " " + rows.getString(2)))
                        .isEqualByComparingTo(rows.getBigDecimal(4));
            }
            assertThat(count).isEqualTo(held.size()).isPositive();
        }
    }

    /** In batches of so many frames, by projections that remember next to nothing. */
    private Connection projected(int batch) throws SQLException {
        Connection connection = TestStore.migrated(TestStore.inMemory()).open();
        Projection projection = Projection.resume(connection, TestStore.FACTS.roles(), 3);
        for (int i = 0; i < frames.size(); i++) {
            projection.take((i + 1) * 10L, frames.get(i));
            if (i % batch == 0) {
                projection.commit();
            }
            if (i % (10 * batch) == 0) {
                projection = Projection.resume(connection, TestStore.FACTS.roles(), 3);
            }
        }
        projection.commit();
        return connection;
    }

    private static Map<OrderId, Order> stored(Connection connection) throws SQLException {
        Map<OrderId, Order> stored = new LinkedHashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT order_id, document FROM orders ORDER BY number")) {
            OrderDocuments.read(connection, statement)
                    .forEach(order -> stored.put(order.id(), order));
        }
        return stored;
    }

    private void checkColumns(Connection connection, Order order) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT state, ord_status, is_open, cl_ord_id, symbol, cum_qty, leaves_qty,"
                                + " qty, ended_at IS NOT NULL, (SELECT COUNT(*) FROM requests r"
                                + " WHERE r.order_id = o.order_id), venue"
                                + " FROM orders o WHERE order_id = ?")) {
            statement.setString(1, order.id().value());
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(order.state().name());
                assertThat(row.getString(2)).isEqualTo(order.ordStatus().name());
                assertThat(row.getBoolean(3)).isEqualTo(!order.isFinal());
                assertThat(row.getString(4)).isEqualTo(order.clOrdId().value());
                assertThat(row.getString(5)).isEqualTo(order.terms().symbol().value());
                assertThat(row.getBigDecimal(6)).isEqualByComparingTo(order.cumQty().value());
                assertThat(row.getBigDecimal(7)).isEqualByComparingTo(order.leavesQty().value());
                assertThat(row.getBigDecimal(8)).isEqualByComparingTo(order.terms().qty().value());
                assertThat(row.getBoolean(9)).isEqualTo(order.isFinal());
                assertThat(row.getInt(10)).isEqualTo(order.links().size());
                assertThat(Optional.ofNullable(row.getString(11)))
                        .isEqualTo(order.venue().map(Object::toString));
            }
        }
    }
}
