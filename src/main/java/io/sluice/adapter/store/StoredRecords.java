package io.sluice.adapter.store;

import io.sluice.order.Account;
import io.sluice.order.ClOrdId;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.OmsId;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueId;
import io.sluice.port.OrderRecords;
import io.sluice.port.StoreAwayException;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders and executions as the store has them. Safe for any thread. */
record StoredRecords(Reading reading, Runnable rebuilding) implements OrderRecords {

    /** An order may have traded in very many pieces; the newest are shown. */
    private static final int MAX_EVENTS = 1_000;

    private static final String EXECUTIONS =
            "SELECT journal_position, event_index, happened_at, order_id, oms, cl_ord_id, account,"
                    + " symbol, side, venue, exec_id, venue_exec_id, exec_type, ord_status,"
                    + " last_qty, last_px, cum_qty, leaves_qty, avg_px, text FROM executions %s"
                    + " ORDER BY journal_position DESC, event_index DESC LIMIT ";

    /** Reads one row. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public Page<Order> orders(OrderFilter filter) throws StoreAwayException {
        return reading.ask(
                (connection, progress) -> {
                    Condition condition =
                            new Condition()
                                    .and("oms = ?", filter.oms())
                                    .and("symbol = ?", filter.symbol())
                                    .and(
                                            "number < (SELECT number FROM orders"
                                                    + " WHERE order_id = ?)",
                                            filter.after());
                    if (filter.ended()) {
                        condition.and("is_open = FALSE");
                    }
                    try (PreparedStatement statement =
                            condition.prepare(
                                    connection,
                                    "SELECT order_id, document FROM orders %s"
                                            + " ORDER BY number DESC LIMIT "
                                            + (filter.limit() + 1))) {
                        return page(
                                OrderDocuments.read(connection, statement),
                                filter.limit(),
                                progress);
                    }
                });
    }

    @Override
    public Page<RecordedExecution> executions(ExecutionFilter filter) throws StoreAwayException {
        return reading.ask(
                (connection, progress) -> {
                    Condition condition =
                            new Condition()
                                    .and("order_id = ?", filter.order())
                                    .and("oms = ?", filter.oms())
                                    .and("account = ?", filter.account())
                                    .and("symbol = ?", filter.symbol())
                                    .and("happened_at >= ?", filter.from())
                                    .and("happened_at < ?", filter.to());
                    filter.after().ifPresent(place -> before(condition, place));
                    try (PreparedStatement statement =
                            condition.prepare(connection, EXECUTIONS + (filter.limit() + 1))) {
                        return page(
                                read(statement, StoredRecords::execution),
                                filter.limit(),
                                progress);
                    }
                });
    }

    /** In words that the index of the primary key can answer. */
    private static void before(Condition condition, Place place) {
        condition.and("journal_position <= ?", Optional.of(place.position()));
        condition.and(
                "(journal_position < "
                        + place.position()
                        + " OR event_index < "
                        + place.index()
                        + ")");
    }

    @Override
    public Optional<History> order(OrderId id) throws StoreAwayException {
        return reading.ask(
                (connection, progress) -> {
                    Optional<Order> order = OrderDocuments.byId(connection, id);
                    return order.isEmpty()
                            ? Optional.empty()
                            : Optional.of(history(connection, order.get(), progress));
                });
    }

    private static History history(Connection connection, Order order, Progress progress)
            throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT journal_position, event_index, happened_at, event_type,"
                                        + " detail FROM order_events WHERE order_id = ?"
                                        + " ORDER BY journal_position DESC, event_index DESC"
                                        + " LIMIT "
                                        + MAX_EVENTS);
                PreparedStatement count =
                        connection.prepareStatement(
                                "SELECT COUNT(*) FROM order_events WHERE order_id = ?")) {
            statement.setString(1, order.id().value());
            count.setString(1, order.id().value());
            List<Told> newestFirst = read(statement, StoredRecords::told);
            long all = read(count, row -> row.getLong(1)).getFirst();
            return new History(
                    order, newestFirst.reversed(), all - newestFirst.size(), progress.position());
        }
    }

    @Override
    public void rebuild() {
        rebuilding.run();
    }

    private static <T> Page<T> page(List<T> found, int limit, Progress progress) {
        boolean hasMore = found.size() > limit;
        List<T> items = List.copyOf(hasMore ? found.subList(0, limit) : found);
        return new Page<>(items, hasMore, progress.position());
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(place(row), time(row), row.getString(4), row.getString(5));
    }

    private static RecordedExecution execution(ResultSet row) throws SQLException {
        return new RecordedExecution(
                place(row),
                time(row),
                new OrderId(row.getString(4)),
                new OmsId(row.getString(5)),
                new ClOrdId(row.getString(6)),
                new Account(row.getString(7)),
                new Symbol(row.getString(8)),
                Side.valueOf(row.getString(9)),
                Optional.ofNullable(row.getString(10)).map(VenueId::new),
                new Reported(
                        new ExecId(row.getString(11)),
                        Optional.ofNullable(row.getString(12)).map(VenueExecId::new),
                        ExecType.valueOf(row.getString(13)),
                        OrdStatus.valueOf(row.getString(14)),
                        decimal(row, 15).map(Qty::new),
                        decimal(row, 16).map(Price::new),
                        decimal(row, 17).map(Qty::new).orElse(Qty.ZERO),
                        decimal(row, 18).map(Qty::new).orElse(Qty.ZERO),
                        decimal(row, 19).map(Price::new).orElse(Price.ZERO),
                        row.getString(20)));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong(1), row.getInt(2));
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject(3, OffsetDateTime.class).toInstant();
    }

    private static Optional<BigDecimal> decimal(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }
}
