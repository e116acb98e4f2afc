package io.sluice.adapter.store;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How far a store follows the journal: its one row of {@code projection}.
 *
 * @param position of the last frame that is in the store; {@link #EMPTYING} while it is emptied
 * @param frame what tells that frame from another one at its position
 * @param day the current trading day, when it is known
 * @param format of the documents
 * @param missing the part of the journal that was not there to be read
 */
record Progress(
        long position,
        Optional<Stamp> frame,
        Optional<LocalDate> day,
        int format,
        Optional<Gap> missing) {

    static final long EMPTYING = -1;

    static final Progress NONE =
            new Progress(0, Optional.empty(), Optional.empty(), StoreJson.FORMAT, Optional.empty());

    /** A frame's run and time. */
    record Stamp(long epoch, Instant at) {}

    /** What stood after one position and up to another one. */
    record Gap(long after, long upTo) {

        String text() {
            return "the journal between positions %d and %d was not there to be read"
                    .formatted(after, upTo);
        }
    }

    Progress withGap(Gap gap) {
        long after = missing.map(Gap::after).orElse(gap.after());
        return new Progress(
                gap.upTo(), frame, day, format, Optional.of(new Gap(after, gap.upTo())));
    }

    static Progress read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT journal_position, frame_epoch, frame_at, trading_day,"
                                        + " format, missing_after, missing_up_to"
                                        + " FROM projection WHERE id = 1")) {
            return found.next() ? of(found) : NONE;
        }
    }

    private static Progress of(ResultSet found) throws SQLException {
        OffsetDateTime at = found.getObject(3, OffsetDateTime.class);
        Long after = number(found, 6);
        return new Progress(
                found.getLong(1),
                at == null
                        ? Optional.empty()
                        : Optional.of(new Stamp(found.getLong(2), at.toInstant())),
                Optional.ofNullable(found.getObject(4, LocalDate.class)),
                found.getInt(5),
                after == null ? Optional.empty() : Optional.of(new Gap(after, found.getLong(7))));
    }

    private static @Nullable Long number(ResultSet found, int column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }

    /** Writes it over the one that was read; fails when someone else wrote meanwhile. */
    void write(Connection connection, Progress before, Instant now) throws SQLException {
        if (update(connection, before.position(), now) == 0) {
            boolean isThere =
                    Queries.number(connection, "SELECT COUNT(*) FROM projection WHERE id = 1") > 0;
            if (isThere || before.position() != 0) {
                throw new SQLException(
                        "Another router writes to the same store: it is no longer at position "
                                + before.position());
            }
            insert(connection, now);
        }
    }

    private int update(Connection connection, long before, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE projection SET journal_position = ?, frame_epoch = ?,"
                                + " frame_at = ?, trading_day = ?, format = ?, missing_after = ?,"
                                + " missing_up_to = ?, projected_at = ?"
                                + " WHERE id = 1 AND journal_position = ?")) {
            set(new Row(statement), now).number(before);
            return statement.executeUpdate();
        }
    }

    private void insert(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT INTO projection (journal_position, frame_epoch, frame_at,"
                                + " trading_day, format, missing_after, missing_up_to,"
                                + " projected_at, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)")) {
            set(new Row(statement), now);
            statement.executeUpdate();
        }
    }

    private Row set(Row row, Instant now) throws SQLException {
        return row.number(position)
                .number(frame.map(Stamp::epoch))
                .time(frame.map(Stamp::at))
                .day(day)
                .number(format)
                .number(missing.map(Gap::after))
                .number(missing.map(Gap::upTo))
                .time(now);
    }
}
