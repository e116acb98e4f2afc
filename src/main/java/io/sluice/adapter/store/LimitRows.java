package io.sluice.adapter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

/** The rows of limits: one set for each version that came into force. */
final class LimitRows {

    /** Writes a version down unless it is the one that was in force last. */
    static void keep(Connection connection, LimitSheet sheet, Instant since) throws SQLException {
        if (latest(connection).equals(Optional.of(sheet.version()))) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT INTO limits (since, scope, check_name, limit_value, version)"
                                + " VALUES (?, ?, ?, ?, ?)")) {
            for (LimitSheet.Line line : sheet.lines()) {
                new Row(statement)
                        .time(since)
                        .text(line.scope())
                        .text(line.check())
                        .text(line.value())
                        .text(sheet.version())
                        .add();
            }
            statement.executeBatch();
        }
    }

    private static Optional<String> latest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT version FROM limits ORDER BY since DESC LIMIT 1")) {
            return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
        }
    }

    private LimitRows() {}
}
