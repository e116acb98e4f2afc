package io.sluice.risk;

import static io.sluice.risk.FixedExposures.NOTHING;
import static io.sluice.risk.Samples.LIMITS;
import static io.sluice.risk.Samples.buy;
import static io.sluice.risk.Samples.replace;
import static io.sluice.risk.Samples.sell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.CheckResult;
import io.sluice.order.DenialCode;

import org.junit.jupiter.api.Test;

/** The checks that look at what is open, held and lost. */
class ExposureChecksTest {

    @Test
    void theLastOrderOfTheSecondPassesAndTheNextDoesNot() {
        MaxOrdersPerSecond check = new MaxOrdersPerSecond(LIMITS);

        assertThat(passes(check, buy("1", "1"), NOTHING.rate(2))).isTrue();
        assertThat(passes(check, buy("1", "1"), NOTHING.rate(3))).isFalse();
    }

    @Test
    void theLastOpenOrderPassesAndTheNextDoesNot() {
        MaxOpenOrders check = new MaxOpenOrders(LIMITS);

        assertThat(passes(check, buy("1", "1"), NOTHING.openOrders(9))).isTrue();
        assertThat(passes(check, buy("1", "1"), NOTHING.openOrders(10))).isFalse();
    }

    @Test
    void aReplaceOpensNoOrder() {
        Candidate replace = replace(buy("1", "1"), "0");

        assertThat(passes(new MaxOpenOrders(LIMITS), replace, NOTHING.openOrders(11))).isTrue();
    }

    @Test
    void aBuyMayFillThePositionAndNoMore() {
        MaxPosition check = new MaxPosition(LIMITS);
        FixedExposures exposures = NOTHING.position("1000", "900", "5000");

        assertThat(passes(check, buy("100", "1"), exposures)).isTrue();
        assertThat(passes(check, buy("101", "1"), exposures)).isFalse();
    }

    @Test
    void aSaleMayFillTheShortPositionAndNoMore() {
        MaxPosition check = new MaxPosition(LIMITS);
        FixedExposures exposures = NOTHING.position("-1000", "5000", "900");

        assertThat(passes(check, sell("100", "1"), exposures)).isTrue();
        assertThat(passes(check, sell("101", "1"), exposures)).isFalse();
    }

    @Test
    void anOrderThatBringsThePositionBackPasses() {
        FixedExposures tooLong = NOTHING.position("5000", "0", "0");

        assertThat(passes(new MaxPosition(LIMITS), sell("1000", "1"), tooLong)).isTrue();
        assertThat(passes(new MaxPosition(LIMITS), buy("1", "1"), tooLong)).isFalse();
    }

    @Test
    void aReplaceCountsByWhatItAdds() {
        MaxPosition check = new MaxPosition(LIMITS);
        FixedExposures full = NOTHING.position("1000", "1000", "0");

        assertThat(passes(check, replace(buy("1000", "1"), "0"), full)).isTrue();
        assertThat(passes(check, replace(buy("1000", "1"), "1"), full)).isFalse();
    }

    @Test
    void theLossBeforeTheLimitPassesAndTheLimitDoesNot() {
        MaxDailyLoss check = new MaxDailyLoss(LIMITS);

        assertThat(passes(check, buy("1", "1"), NOTHING.dailyPnl("-499.99"))).isTrue();
        assertThat(passes(check, buy("1", "1"), NOTHING.dailyPnl("-500"))).isFalse();
        assertThat(passes(check, buy("1", "1"), NOTHING.dailyPnl("100000"))).isTrue();
    }

    @Test
    void aResultSaysLimitValueAndHeadroom() {
        Verdict verdict =
                new MaxPosition(LIMITS)
                        .check(buy("150", "1"), NOTHING.position("1000", "900", "0"));

        assertThat(verdict.checks())
                .containsExactly(
                        new CheckResult(
                                DenialCode.MAX_POSITION, "firm", "2000", "2050", "-50", false));
    }

    private static boolean passes(RiskCheck check, Candidate candidate, Exposures exposures) {
        return check.check(candidate, exposures).denial().isEmpty();
    }
}
