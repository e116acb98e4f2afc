package io.sluice.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the trading day changes. A day that begins in the morning has the date it begins on; one
 * that begins at noon or later has the date it ends on, as in a week that opens on Sunday evening.
 */
public record TradingDay(ZoneId zone, LocalTime roll) {

    public LocalDate of(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate begun =
                local.toLocalTime().isBefore(roll)
                        ? local.toLocalDate().minusDays(1)
                        : local.toLocalDate();
        return roll.isBefore(LocalTime.NOON) ? begun : begun.plusDays(1);
    }
}
