package io.sluice.adapter.store;

import io.sluice.adapter.store.StoreSettings.Facts;
import io.sluice.adapter.store.StoreSettings.Login;
import io.sluice.port.Frame;
import io.sluice.port.Journal.FrameReader;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people do to a store from the command line. Everything but {@link #query} and {@link
 * #exportTo} wants that no router writes to it.
 */
public final class StoreTool {

    private static final int FRAMES_IN_A_BATCH = 1_000;

    private final Database database;

    public StoreTool(Login login) {
        this.database = new Database(login);
    }

    /** What a query answers, as text. */
    public record Answer(List<String> columns, List<List<Optional<String>>> rows) {}

    /** Frames of a journal, all there are, oldest first. */
    public interface Frames {

        void readAll(FrameReader reader) throws IOException;
    }

    /** Something done to a database. */
    private interface Work<T> {
        T run() throws SQLException, IOException;
    }

    private static <T> T told(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new IOException("the store says: " + e.getMessage(), e);
        }
    }

    /** Asks as someone who may change nothing. */
    public Answer query(String sql) throws IOException {
        return told(() -> ask(sql));
    }

    private Answer ask(String sql) throws SQLException {
        try (Connection connection = database.openForReading();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                return statement.execute(sql)
                        ? answer(statement.getResultSet())
                        : new Answer(List.of(), List.of());
            } finally {
                connection.rollback();
            }
        }
    }

    private static Answer answer(ResultSet rows) throws SQLException {
        ResultSetMetaData shape = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            columns.add(shape.getColumnLabel(i));
        }
        List<List<Optional<String>>> found = new ArrayList<>();
        while (rows.next()) {
            List<Optional<String>> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(Optional.ofNullable(rows.getObject(i)).map(StoreTool::text));
            }
            found.add(row);
        }
        return new Answer(columns, found);
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal decimal when decimal.signum() == 0 -> "0";
            case BigDecimal decimal -> decimal.stripTrailingZeros().toPlainString();
            case OffsetDateTime time -> time.toInstant().toString();
            case Timestamp time -> time.toInstant().toString();
            default -> value.toString();
        };
    }

    /**
     * Makes the store anew from the whole journal. What only the store knew, the versions of the
     * limits, is kept where it can be read.
     *
     * @param oldest the position after which no frame is missing
     * @return what part of the journal was missing, if any was
     */
    public Optional<String> rebuild(Frames frames, Facts facts, long oldest) throws IOException {
        return told(() -> makeAnew(frames, facts, oldest));
    }

    private Optional<String> makeAnew(Frames frames, Facts facts, long oldest)
            throws SQLException, IOException {
        empty();
        try (Connection connection = database.open()) {
            LimitRows.keep(connection, facts.limits(), Instant.now());
            Projection projection = Projection.resume(connection, facts.roles());
            if (oldest > 0) {
                projection.skip(new Progress.Gap(0, oldest));
            }
            Batches batches = new Batches(projection);
            frames.readAll(batches::take);
            batches.end();
            return projection.stored().missing().map(Progress.Gap::text);
        }
    }

    /** Nothing of others is touched, but in an H2 whose tables cannot be used as they are. */
    private void empty() throws SQLException {
        List<List<Optional<String>>> limits = limits();
        try {
            database.migrate();
        } catch (SQLException e) {
            if (!database.isH2()) {
                throw e;
            }
            database.clean();
            database.migrate();
            try (Connection connection = database.open()) {
                restore(connection, limits);
                connection.commit();
            }
        }
        try (Connection connection = database.open()) {
            Emptying.run(connection);
        }
    }

    private List<List<Optional<String>>> limits() {
        try {
            return ask("SELECT since, scope, check_name, limit_value, version FROM limits").rows();
        } catch (SQLException _) {
            return List.of();
        }
    }

    private static void restore(Connection connection, List<List<Optional<String>>> limits)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT INTO limits (since, scope, check_name, limit_value, version)"
                                + " VALUES (?, ?, ?, ?, ?)")) {
            for (List<Optional<String>> row : limits) {
                new Row(statement)
                        .time(row.getFirst().map(Instant::parse))
                        .text(row.get(1))
                        .text(row.get(2))
                        .text(row.get(3))
                        .text(row.get(4))
                        .add();
            }
            statement.executeBatch();
        }
    }

    /** Writes the whole store as SQL into a file: one H2 does not read the files of another. */
    public void exportTo(Path file) throws IOException {
        requireH2("pg_dump");
        run("SCRIPT TO " + quoted(file) + " CHARSET 'UTF-8'");
    }

    /** Puts what was exported in place of what is there. */
    public void importFrom(Path file) throws IOException {
        requireH2("psql");
        if (!Files.isReadable(file)) {
            throw new IOException(file + " cannot be read");
        }
        run("DROP ALL OBJECTS", "RUNSCRIPT FROM " + quoted(file) + " CHARSET 'UTF-8'");
    }

    /** As the owner of everything, and then up to date. */
    private void run(String... statements) throws IOException {
        told(
                () -> {
                    try (Connection connection = database.open()) {
                        Queries.run(connection, statements);
                        connection.commit();
                    }
                    database.migrate();
                    return statements;
                });
    }

    private void requireH2(String other) throws IOException {
        if (!database.isH2()) {
            throw new IOException("This is for H2 only; here, use " + other);
        }
    }

    /** Another process may write or read the file, from another directory. */
    private static String quoted(Path file) {
        return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    /** Commits now and then. A failure ends it: the rebuild begins anew. */
    private static final class Batches {

        private final Projection projection;
        private Optional<SQLException> failure = Optional.empty();
        private int frames;

        Batches(Projection projection) {
            this.projection = projection;
        }

        void take(long position, Frame frame) {
            if (failure.isPresent()) {
                return;
            }
            try {
                projection.take(position, frame);
                frames++;
                if (frames % FRAMES_IN_A_BATCH == 0) {
                    projection.commit();
                }
            } catch (SQLException e) {
                failure = Optional.of(e);
            }
        }

        void end() throws SQLException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            projection.commit();
        }
    }
}
