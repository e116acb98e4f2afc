package io.sluice.adapter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The WHERE of a query in the making. Values are parameters, never text. For one thread. */
final class Condition {

    private final List<String> terms = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /**
     * Asks for a term when there is a value for it.
     *
     * @param term with one question mark
     */
    Condition and(String term, Optional<?> value) {
        value.ifPresent(
                it -> {
                    terms.add(term);
                    values.add(it);
                });
        return this;
    }

    /** A term that is true or false by itself. */
    Condition and(String term) {
        terms.add(term);
        return this;
    }

    /** The query with this condition in place of {@code %s}. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        String where = terms.isEmpty() ? "" : "WHERE " + String.join(" AND ", terms);
        PreparedStatement statement = connection.prepareStatement(sql.formatted(where));
        Row row = new Row(statement);
        for (Object value : values) {
            switch (value) {
                case Instant time -> row.time(time);
                case Number number -> row.number(number.longValue());
                default -> row.text(value);
            }
        }
        return statement;
    }
}
