package io.sluice.adapter.store;

import io.sluice.order.Order;
import io.sluice.order.OrderId;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts whole orders together from the documents of their rows. */
final class OrderDocuments {

    /** Ids in one question. */
    private static final int CHUNK = 200;

    static Optional<Order> byId(Connection connection, OrderId id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT order_id, document FROM orders WHERE order_id = ?")) {
            statement.setString(1, id.value());
            return read(connection, statement).stream().findFirst();
        }
    }

    /**
     * The orders that a query answers, in its order.
     *
     * @param query for order_id and document
     */
    static List<Order> read(Connection connection, PreparedStatement query) throws SQLException {
        Map<String, String> heads = new LinkedHashMap<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                heads.put(rows.getString(1), rows.getString(2));
            }
        }
        Map<String, List<String>> links = links(connection, List.copyOf(heads.keySet()));
        List<Order> orders = new ArrayList<>();
        for (Map.Entry<String, String> head : heads.entrySet()) {
            orders.add(
                    StoreJson.order(head.getValue(), links.getOrDefault(head.getKey(), List.of())));
        }
        return orders;
    }

    private static Map<String, List<String>> links(Connection connection, List<String> ids)
            throws SQLException {
        Map<String, List<String>> links = new LinkedHashMap<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            String marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            try (PreparedStatement statement =
                    connection.prepareStatement(
                            "SELECT order_id, document FROM requests WHERE order_id IN ("
                                    + marks
                                    + ") ORDER BY order_id, number")) {
                for (int i = 0; i < some.size(); i++) {
                    statement.setString(i + 1, some.get(i));
                }
                add(statement, links);
            }
        }
        return links;
    }

    private static void add(PreparedStatement statement, Map<String, List<String>> links)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                links.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
    }

    private OrderDocuments() {}
}
