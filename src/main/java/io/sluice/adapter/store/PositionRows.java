package io.sluice.adapter.store;

import io.sluice.order.Account;
import io.sluice.order.Order;
import io.sluice.order.Symbol;
import io.sluice.order.Trade;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rows of positions: sums over the trades booked. For one thread. */
final class PositionRows {

    private final Connection connection;
    private final Writes writes;
    private final Map<Key, Held> held = new LinkedHashMap<>();
    private final Map<Key, Held> changed = new LinkedHashMap<>();

    private record Key(Account account, Symbol symbol) {}

    /** What was bought and sold, and when last. */
    private record Held(Sum bought, Sum sold, Instant updatedAt, boolean isNew) {

        static final Held NOTHING = new Held(Sum.ZERO, Sum.ZERO, Instant.EPOCH, true);

        Held traded(boolean buys, Trade trade, Instant at) {
            return buys
                    ? new Held(bought.and(trade), sold, at, isNew)
                    : new Held(bought, sold.and(trade), at, isNew);
        }

        Held stored() {
            return new Held(bought, sold, updatedAt, false);
        }
    }

    private record Sum(BigDecimal qty, BigDecimal notional) {

        static final Sum ZERO = new Sum(BigDecimal.ZERO, BigDecimal.ZERO);

        Sum and(Trade trade) {
            return new Sum(
                    qty.add(trade.lastQty().value()),
                    notional.add(trade.lastPx().times(trade.lastQty())));
        }
    }

    PositionRows(Connection connection, Writes writes) {
        this.connection = connection;
        this.writes = writes;
    }

    void traded(Order order, Trade trade, Instant at) throws SQLException {
        Key key = new Key(order.terms().account(), order.terms().symbol());
        Held before = held.get(key);
        if (before == null) {
            before = load(key).orElse(Held.NOTHING);
        }
        Held after = before.traded(order.terms().side().isBuy(), trade, at);
        held.put(key, after);
        changed.put(key, after);
    }

    void write() throws SQLException {
        for (Map.Entry<Key, Held> entry : changed.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
    }

    void committed() {
        changed.forEach((key, it) -> held.put(key, it.stored()));
        changed.clear();
    }

    private Optional<Held> load(Key key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT bought_qty, bought_notional, sold_qty, sold_notional"
                                + " FROM positions WHERE account = ? AND symbol = ?")) {
            statement.setString(1, key.account().value());
            statement.setString(2, key.symbol().value());
            try (ResultSet found = statement.executeQuery()) {
                return found.next()
                        ? Optional.of(
                                new Held(
                                        new Sum(found.getBigDecimal(1), found.getBigDecimal(2)),
                                        new Sum(found.getBigDecimal(3), found.getBigDecimal(4)),
                                        Instant.EPOCH,
                                        false))
                        : Optional.empty();
            }
        }
    }

    private void write(Key key, Held it) throws SQLException {
        Row row =
                writes.row(
                        it.isNew()
                                ? "INSERT INTO positions (qty, bought_qty, bought_notional,"
                                        + " sold_qty, sold_notional, updated_at, account, symbol)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                                : "UPDATE positions SET qty = ?, bought_qty = ?,"
                                        + " bought_notional = ?, sold_qty = ?, sold_notional = ?,"
                                        + " updated_at = ? WHERE account = ? AND symbol = ?");
        row.sum(it.bought().qty().subtract(it.sold().qty()));
        row.sum(it.bought().qty()).money(it.bought().notional());
        row.sum(it.sold().qty()).money(it.sold().notional());
        row.time(it.updatedAt()).text(key.account()).text(key.symbol()).add();
    }
}
