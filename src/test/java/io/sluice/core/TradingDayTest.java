package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

class TradingDayTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void aDayThatBeginsAtMidnightIsTheDate() {
        TradingDay day = new TradingDay(NEW_YORK, LocalTime.MIDNIGHT);

        assertThat(day.of(Instant.parse("2026-03-03T04:59:59Z"))).isEqualTo("2026-03-02");
        assertThat(day.of(Instant.parse("2026-03-03T05:00:00Z"))).isEqualTo("2026-03-03");
    }

    @Test
    void aDayThatBeginsInTheEveningHasTheDateItEndsOn() {
        TradingDay day = new TradingDay(NEW_YORK, LocalTime.of(17, 0));

        assertThat(day.of(Instant.parse("2026-03-02T21:59:59Z"))).isEqualTo("2026-03-02");
        assertThat(day.of(Instant.parse("2026-03-02T22:00:00Z"))).isEqualTo("2026-03-03");
    }

    @Test
    void aDayThatBeginsInTheMorningHasTheDateItBeginsOn() {
        TradingDay day = new TradingDay(NEW_YORK, LocalTime.of(6, 0));

        assertThat(day.of(Instant.parse("2026-03-03T10:59:59Z")))
                .isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(day.of(Instant.parse("2026-03-03T11:00:00Z")))
                .isEqualTo(LocalDate.of(2026, 3, 3));
    }
}
