package io.sluice.adapter.store;

import io.sluice.port.Frame.FixNumbers;
import io.sluice.port.Frame.FixReset;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rows of FIX sessions: where their numbering stands. For one thread. */
final class SessionRows {

    private final Writes writes;
    private final Map<String, String> roles;
    private final Map<String, Numbering> known = new HashMap<>();
    private final Map<String, Numbering> changed = new LinkedHashMap<>();

    private record Numbering(
            int sender, int target, Optional<Instant> since, Instant updatedAt, boolean isNew) {

        static final Numbering NEW = new Numbering(1, 1, Optional.empty(), Instant.EPOCH, true);
    }

    /**
     * @param roles what each configured session is for
     */
    SessionRows(Connection connection, Writes writes, Map<String, String> roles)
            throws SQLException {
        this.writes = writes;
        this.roles = roles;
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT name, next_sender, next_target, numbering_since"
                                        + " FROM sessions")) {
            while (found.next()) {
                known.put(found.getString(1), numbering(found));
            }
        }
    }

    private static Numbering numbering(ResultSet found) throws SQLException {
        return new Numbering(
                found.getInt(2),
                found.getInt(3),
                Optional.ofNullable(found.getObject(4, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Instant.EPOCH,
                false);
    }

    void numbered(FixNumbers numbers, Instant at) {
        Numbering before = known.getOrDefault(numbers.session(), Numbering.NEW);
        keep(
                numbers.session(),
                new Numbering(
                        numbers.nextSender(),
                        numbers.nextTarget(),
                        before.since(),
                        at,
                        before.isNew()));
    }

    void reset(FixReset reset, Instant at) {
        Numbering before = known.getOrDefault(reset.session(), Numbering.NEW);
        keep(
                reset.session(),
                new Numbering(1, 1, Optional.of(reset.createdAt()), at, before.isNew()));
    }

    private void keep(String session, Numbering next) {
        known.put(session, next);
        changed.put(session, next);
    }

    void write() throws SQLException {
        for (Map.Entry<String, Numbering> entry : changed.entrySet()) {
            Numbering it = entry.getValue();
            Row row =
                    writes.row(
                            it.isNew()
                                    ? "INSERT INTO sessions (role, next_sender, next_target,"
                                            + " numbering_since, updated_at, name)"
                                            + " VALUES (?, ?, ?, ?, ?, ?)"
                                    : "UPDATE sessions SET role = ?, next_sender = ?,"
                                            + " next_target = ?, numbering_since = ?,"
                                            + " updated_at = ? WHERE name = ?");
            row.text(Optional.ofNullable(roles.get(entry.getKey())));
            row.number(it.sender()).number(it.target()).time(it.since());
            row.time(it.updatedAt()).text(entry.getKey()).add();
        }
    }

    void committed() {
        changed.forEach(
                (session, it) ->
                        known.put(
                                session,
                                new Numbering(
                                        it.sender(),
                                        it.target(),
                                        it.since(),
                                        it.updatedAt(),
                                        false)));
        changed.clear();
    }
}
