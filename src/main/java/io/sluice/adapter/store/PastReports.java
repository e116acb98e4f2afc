package io.sluice.adapter.store;

import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.ByVenue;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderId;
import io.sluice.order.PastReport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reports that were booked on an order, by the events of the store. */
final class PastReports {

    private static final Map<String, Class<? extends OrderEvent>> TELLING =
            Stream.concat(
                            Arrays.stream(ByVenue.class.getPermittedSubclasses()),
                            Stream.of(RequestRejected.class))
                    .map(type -> type.<OrderEvent>asSubclass(OrderEvent.class))
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private static final String QUERY =
            "SELECT event_type, detail FROM order_events WHERE order_id = ? AND event_type IN ("
                    + String.join(", ", Collections.nCopies(TELLING.size(), "?"))
                    + ") ORDER BY journal_position, event_index";

    static List<PastReport> of(Connection connection, OrderId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, id.value());
            int next = 2;
            for (String type : TELLING.keySet()) {
                statement.setString(next, type);
                next++;
            }
            List<PastReport> reports = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Class<? extends OrderEvent> type = TELLING.get(rows.getString(1));
                    if (type != null) {
                        PastReport.of(StoreJson.event(rows.getString(2), type))
                                .ifPresent(reports::add);
                    }
                }
            }
            return reports;
        }
    }

    private PastReports() {}
}
