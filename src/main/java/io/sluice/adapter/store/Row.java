package io.sluice.adapter.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Sets the parameters of a statement, one after the other, so that every value fits its column: no
 * message of a peer may be able to stop the store. For one thread.
 */
final class Row {

    private static final int DECIMALS = 20;
    private static final int MAX_INTEGER_DIGITS = 40;
    private static final int ROOM_FOR_SUMS = 20;

    /** The longest text of a column that is not a document. */
    private static final int MAX_TEXT = 4_000;

    private final PreparedStatement statement;
    private int next = 1;

    Row(PreparedStatement statement) {
        this.statement = statement;
    }

    Row number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    Row flag(boolean value) throws SQLException {
        statement.setBoolean(next++, value);
        return this;
    }

    /** A value of the router's own whose text is short: an id, a word of an enum. */
    Row text(Object value) throws SQLException {
        return text(Optional.of(value));
    }

    Row text(Optional<?> value) throws SQLException {
        if (value.isEmpty()) {
            return nothing(Types.VARCHAR);
        }
        String text = clean(value.get().toString());
        statement.setString(next++, text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT));
        return this;
    }

    Row document(String json) throws SQLException {
        if (json.length() > StoreJson.MAX_LENGTH) {
            throw new SQLException(
                    "A document of %d characters does not fit".formatted(json.length()));
        }
        statement.setString(next++, clean(json));
        return this;
    }

    Row decimal(BigDecimal value) throws SQLException {
        return decimal(value, DECIMALS, MAX_INTEGER_DIGITS);
    }

    /** A sum of quantities: more than anyone can trade, digit for digit. */
    Row sum(BigDecimal value) throws SQLException {
        return decimal(value, DECIMALS, MAX_INTEGER_DIGITS + ROOM_FOR_SUMS);
    }

    /** A sum of quantities times prices. */
    Row money(BigDecimal value) throws SQLException {
        return decimal(value, 2 * DECIMALS, 2 * MAX_INTEGER_DIGITS + ROOM_FOR_SUMS);
    }

    private Row decimal(BigDecimal value, int decimals, int integerDigits) throws SQLException {
        if (value.precision() - value.scale() > integerDigits) {
            return nothing(Types.DECIMAL);
        }
        BigDecimal fitting =
                value.scale() > decimals ? value.setScale(decimals, RoundingMode.HALF_UP) : value;
        statement.setBigDecimal(next++, fitting);
        return this;
    }

    Row decimal(Optional<BigDecimal> value) throws SQLException {
        return value.isPresent() ? decimal(value.get()) : nothing(Types.DECIMAL);
    }

    Row time(Instant value) throws SQLException {
        statement.setObject(next++, stored(value).atOffset(ZoneOffset.UTC));
        return this;
    }

    Row time(Optional<Instant> value) throws SQLException {
        return value.isPresent() ? time(value.get()) : nothing(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    Row day(Optional<LocalDate> value) throws SQLException {
        if (value.isEmpty()) {
            return nothing(Types.DATE);
        }
        statement.setObject(next++, value.get());
        return this;
    }

    Row number(Optional<Long> value) throws SQLException {
        return value.isPresent() ? number(value.get().longValue()) : nothing(Types.BIGINT);
    }

    private Row nothing(int type) throws SQLException {
        statement.setNull(next++, type);
        return this;
    }

    /** Ends the row: it goes with the others of its batch. */
    void add() throws SQLException {
        statement.addBatch();
    }

    /** As precise as a column keeps it. */
    static Instant stored(Instant value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    /** PostgreSQL takes no NUL in a text. */
    private static String clean(String text) {
        return text.indexOf('\u0000') < 0 ? text : text.replace('\u0000', '?');
    }
}
