package io.sluice.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.store.StoreSettings.Login;
import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.StoreHealth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Stores in memory, and what is in them. */
final class TestStore {

    static final StoreSettings.Facts FACTS =
            new StoreSettings.Facts(
                    new LimitSheet(
                            "v1", List.of(new LimitSheet.Line("firm", "maxOrderQty", "100"))),
                    Map.of("FIX.4.4:SLUICE->OMS44", "OMS"));
    static final StoreSettings.Batch BATCH = new StoreSettings.Batch(50, Duration.ofMillis(20));

    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("orders", "order_id");
        TABLES.put("requests", "order_id, number");
        TABLES.put("executions", "journal_position, event_index");
        TABLES.put("order_events", "journal_position, event_index");
        TABLES.put("positions", "account, symbol");
        TABLES.put("sessions", "name");
        TABLES.put("kills", "kill_id");
    }

    /** A database of its own that lives as long as the process. */
    static Login inMemory() {
        return new Login(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;TIME ZONE=UTC",
                "SLUICE",
                "secret");
    }

    static Database migrated(Login login) throws SQLException {
        Database database = new Database(login);
        database.migrate();
        return database;
    }

    /** Every row of every table that the journal tells, and how far it goes. */
    static List<String> dump(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        rows.add("position " + Progress.read(connection).position());
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet found =
                            statement.executeQuery(
                                    "SELECT * FROM "
                                            + table.getKey()
                                            + " ORDER BY "
                                            + table.getValue())) {
                while (found.next()) {
                    rows.add(table.getKey() + row(found));
                }
            }
        }
        return rows;
    }

    private static String row(ResultSet found) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.append(' ')
                    .append(found.getMetaData().getColumnLabel(i))
                    .append('=')
                    .append(found.getString(i));
        }
        return row.toString();
    }

    /** What a store holds that took these frames without any trouble. */
    static List<String> expected(List<Frame> frames) throws SQLException {
        Database database = migrated(inMemory());
        try (Connection connection = database.open()) {
            Projection projection = Projection.resume(connection, FACTS.roles());
            takeAll(projection, frames);
            projection.commit();
            return dump(connection);
        }
    }

    static void takeAll(Projection projection, List<Frame> frames) throws SQLException {
        long position = 0;
        for (Frame frame : frames) {
            position += 10;
            projection.take(position, frame);
        }
    }

    static Projector projector(Journal journal, Connections connections) {
        return new Projector(new Projector.Source(journal, () -> 0), connections, BATCH, FACTS);
    }

    static void awaitAll(StoreHealth health) {
        await("the store has everything", () -> health.status().behindBytes() == 0);
    }

    static void await(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(120);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting until " + what).isBefore(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private TestStore() {}
}
