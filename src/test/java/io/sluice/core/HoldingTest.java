package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.risk.Scope;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

class HoldingTest {

    private final Holding none = Holding.none(Scope.FIRM, Fixtures.AAPL);

    @Test
    void buyingTwiceAveragesTheCost() {
        Holding held = traded(traded(none, "100", "10"), "300", "20");

        assertThat(held.qty()).isEqualByComparingTo("400");
        assertThat(held.averageCost()).isEqualByComparingTo("17.5");
        assertThat(held.realised()).isZero();
    }

    @Test
    void sellingRealisesAgainstTheAverageCost() {
        Holding held = traded(traded(none, "100", "10"), "-40", "12");

        assertThat(held.qty()).isEqualByComparingTo("60");
        assertThat(held.averageCost()).isEqualByComparingTo("10");
        assertThat(held.realised()).isEqualByComparingTo("80");
    }

    @Test
    void buyingBackAShortRealisesTheFall() {
        Holding held = traded(traded(none, "-100", "10"), "100", "7");

        assertThat(held.qty()).isZero();
        assertThat(held.averageCost()).isZero();
        assertThat(held.realised()).isEqualByComparingTo("300");
    }

    @Test
    void sellingMoreThanIsHeldTurnsThePosition() {
        Holding held = traded(traded(none, "100", "10"), "-150", "12");

        assertThat(held.qty()).isEqualByComparingTo("-50");
        assertThat(held.averageCost()).isEqualByComparingTo("12");
        assertThat(held.realised()).isEqualByComparingTo("200");
    }

    @Test
    void theDaysProfitIsRealisedAndUnrealised() {
        Holding held = traded(traded(none, "100", "10"), "-40", "12");

        assertThat(held.dailyPnl(new BigDecimal("11"))).isEqualByComparingTo("140");
    }

    @Test
    void aNewDayBeginsWithNoProfit() {
        Holding held = traded(none, "100", "10").rolled(new BigDecimal("15"));

        assertThat(held.dailyPnl(new BigDecimal("15"))).isZero();
        assertThat(held.dailyPnl(new BigDecimal("14"))).isEqualByComparingTo("-100");
        assertThat(held.averageCost()).isEqualByComparingTo("10");
    }

    private static Holding traded(Holding holding, String qty, String price) {
        return holding.traded(new BigDecimal(qty), new BigDecimal(price));
    }
}
