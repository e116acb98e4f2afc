package io.sluice.adapter.store;

import io.sluice.order.Archived;
import io.sluice.order.Order;
import io.sluice.order.VenueReport.Reported;
import io.sluice.port.OrderArchive;
import io.sluice.port.StoreAwayException;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Whole orders of the store, found by what venues call them. Safe for any thread. */
record StoredOrders(Reading reading) implements OrderArchive {

    @Override
    public Optional<Archived> find(Reported report, long upTo) throws StoreAwayException {
        return reading.ask(
                (connection, progress) -> {
                    if (progress.position() < upTo) {
                        throw new StoreAwayException(
                                "The order book store is at position %d, and not at %d yet"
                                        .formatted(progress.position(), upTo));
                    }
                    Optional<Order> order = order(connection, report);
                    return order.isEmpty()
                            ? Optional.empty()
                            : Optional.of(archived(connection, order.get()));
                });
    }

    private static Optional<Order> order(Connection connection, Reported report)
            throws SQLException {
        String venue = report.venue().value();
        return only(
                orders(
                        connection,
                        "WHERE venue = ? AND order_id IN (SELECT order_id FROM requests"
                                + " WHERE venue_cl_ord_id = ?)",
                        venue,
                        report.execution().request().value()));
    }

    /** An id that several orders bear says nothing. */
    private static Optional<Order> only(List<Order> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<Order> orders(Connection connection, String where, String... values)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT order_id, document FROM orders " + where + " LIMIT 2")) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return OrderDocuments.read(connection, statement);
        }
    }

    private static Archived archived(Connection connection, Order order) throws SQLException {
        return new Archived(order, PastReports.of(connection, order.id()));
    }
}
