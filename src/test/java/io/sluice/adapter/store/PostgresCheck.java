package io.sluice.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import io.sluice.adapter.store.StoreSettings.Login;
import io.sluice.core.RandomFrames;
import io.sluice.order.Order;
import io.sluice.port.Frame;
import io.sluice.port.OrderRecords;
import io.sluice.port.OrderRecords.ExecutionFilter;
import io.sluice.port.OrderRecords.OrderFilter;
import io.sluice.port.OrderRecords.RecordedExecution;
import io.sluice.port.StoreAwayException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The same on PostgreSQL: {@code -Dpostgres.url=jdbc:postgresql://…} names an empty database that
 * the user {@code sluice} with the password {@code sluice} owns.
 */
class PostgresCheck {

    @TempDir private Path data = Path.of("");

    private final List<Frame> frames = RandomFrames.of(System.nanoTime(), 1_000);
    private final MemoryJournal journal = MemoryJournal.of(frames);

    @Test
    void itHoldsTheSameAsH2() throws SQLException, StoreAwayException, IOException {
        Login postgres = new Login(System.getProperty("postgres.url", ""), "sluice", "sluice");
        StoreTool tool = new StoreTool(postgres);
        tool.rebuild(_ -> {}, TestStore.FACTS, 0);
        follow(new Database(postgres));
        Login h2 = new Login(StoreSettings.localUrl(data), StoreSettings.USER, "secret");
        follow(new Database(h2));

        assertThat(orders(postgres)).isEqualTo(orders(h2)).isNotEmpty();
        assertThat(executions(postgres)).isEqualTo(executions(h2)).isNotEmpty();
        assertThat(tool.query("SELECT COUNT(*) FROM order_events").rows())
                .isEqualTo(new StoreTool(h2).query("SELECT COUNT(*) FROM order_events").rows());
        assertThatThrownBy(() -> tool.query("DELETE FROM orders"))
                .hasMessageContaining("read-only");
    }

    private void follow(Database database) {
        try (Projector projector = TestStore.projector(journal, database)) {
            projector.start();
            TestStore.awaitAll(projector);
            projector.rebuild();
            long batches = projector.status().batches();
            TestStore.await("it began anew", () -> projector.status().batches() > batches);
            TestStore.awaitAll(projector);
        }
    }

    private static List<Order> orders(Login login) throws StoreAwayException {
        try (HikariDataSource readers = new Database(login).readers()) {
            return records(readers)
                    .orders(
                            new OrderFilter(
                                    false,
                                    Optional.empty(),
                                    Optional.empty(),
                                    1_000,
                                    Optional.empty()))
                    .items();
        }
    }

    private static List<RecordedExecution> executions(Login login) throws StoreAwayException {
        try (HikariDataSource readers = new Database(login).readers()) {
            return records(readers)
                    .executions(
                            new ExecutionFilter(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(Instant.EPOCH),
                                    Optional.empty(),
                                    1_000,
                                    Optional.of(new OrderRecords.Place(1_000_000, 0))))
                    .items();
        }
    }

    private static OrderRecords records(HikariDataSource readers) {
        return new StoredRecords(new Reading(readers), () -> {});
    }
}
