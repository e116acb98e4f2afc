package io.sluice.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.ExecId;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.OrderId;
import io.sluice.port.OrderRecords;

import org.junit.jupiter.api.Test;

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

/** No value that a peer can send keeps a row from being written. */
class RowTest {

    @Test
    void numbersThatDoNotFitAreLeftOutAndLongOnesRounded() throws SQLException {
        try (Connection connection = TestStore.migrated(TestStore.inMemory()).open()) {
            try (PreparedStatement statement =
                    connection.prepareStatement(
                            "INSERT INTO positions (account, symbol, qty, bought_qty,"
                                    + " bought_notional, updated_at) VALUES (?, ?, ?, ?, ?, ?)")) {
                new Row(statement)
                        .text("ACC1")
                        .text("nul\u0000 and text")
                        .decimal(new BigDecimal("9".repeat(41)))
                        .decimal(new BigDecimal("0." + "1".repeat(25)))
                        .money(new BigDecimal("9".repeat(80) + "." + "9".repeat(40)))
                        .time(Instant.parse("2026-03-02T14:30:00.123456789Z"));
                statement.executeUpdate();
            }
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT * FROM positions");
                    ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("symbol")).isEqualTo("nul? and text");
                assertThat(row.getBigDecimal("qty")).isNull();
                assertThat(row.getBigDecimal("bought_qty"))
                        .isEqualByComparingTo("0." + "1".repeat(20));
                assertThat(row.getBigDecimal("bought_notional"))
                        .isEqualByComparingTo("9".repeat(80) + "." + "9".repeat(40));
                assertThat(row.getObject("updated_at", OffsetDateTime.class).toInstant())
                        .isEqualTo("2026-03-02T14:30:00.123456Z");
            }
        }
    }

    @Test
    void anEventOfAMonstrousMessageLosesWhatWeOnlyCarry() {
        String json =
                StoreJson.event(
                        new Event.RequestRefused(
                                new OmsId("OMS44"),
                                Link.Kind.CANCEL,
                                new ClOrdId("A"),
                                new ClOrdId("B"),
                                Optional.empty(),
                                Denial.of(DenialCode.UNKNOWN_ORDER, "none"),
                                List.of()));
        assertThat(json).contains("\"clOrdId\":\"A\"");

        String monster =
                StoreJson.event(
                        new Event.DuplicateRefused(
                                new OmsId("OMS44"),
                                new ClOrdId("A"),
                                new ExecId("E"),
                                Optional.empty(),
                                new CarriedFields("\u0001".repeat(1_000_000))));
        assertThat(monster).contains("\"clOrdId\":\"A\"").contains("\"carried\":\"\"");
    }

    @Test
    void theKillSwitchHasItsHistory() throws SQLException {
        Instant at = Instant.parse("2026-03-02T14:30:00Z");
        try (Connection connection = TestStore.migrated(TestStore.inMemory()).open()) {
            Writes writes = new Writes(connection);
            KillRows kills = new KillRows(writes);
            KillScope scope = KillScope.parse("oms:OMS44");
            KillId id = new KillId("K1");
            kills.killed(
                    new OrderRecords.Place(7, 0),
                    at,
                    new Event.ScopeKilled(id, scope, KillMode.BLOCK_AND_CANCEL, "runaway", "kim"));
            kills.unconfirmed(
                    new OrderRecords.Place(8, 0),
                    at.plusSeconds(5),
                    new Event.KillUnconfirmed(id, 2, List.of(new OrderId("O1"))));
            kills.confirmed(new OrderRecords.Place(8, 1), at, new Event.KillConfirmed(id, 3));
            kills.rearmed(
                    new OrderRecords.Place(9, 0),
                    at,
                    new Event.ScopeRearmed(scope, "fixed", "lee"));
            writes.send();

            assertThat(killHistory(connection))
                    .containsExactly(
                            "KILLED K1 oms:OMS44 BLOCK_AND_CANCEL runaway kim null",
                            "UNCONFIRMED K1 null null null null 2",
                            "CONFIRMED K1 null null null null 3",
                            "REARMED null oms:OMS44 null fixed lee null");
        }
    }

    private static List<String> killHistory(Connection connection) throws SQLException {
        List<String> acts = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT act, kill_id, scope, mode, reason, acted_by, targets"
                                        + " FROM kills ORDER BY position, event_index");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                StringBuilder act = new StringBuilder();
                for (int column = 1; column <= 7; column++) {
                    act.append(column > 1 ? " " : "").append(row.getString(column));
                }
                acts.add(act.toString());
            }
        }
        return acts;
    }
}
