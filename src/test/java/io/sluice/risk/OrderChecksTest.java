package io.sluice.risk;

import static io.sluice.risk.FixedExposures.NOTHING;
import static io.sluice.risk.Samples.ACCOUNTS;
import static io.sluice.risk.Samples.LIMITS;
import static io.sluice.risk.Samples.buy;
import static io.sluice.risk.Samples.candidate;
import static io.sluice.risk.Samples.market;
import static io.sluice.risk.Samples.sell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.Fixtures;
import io.sluice.order.OrderType;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Terms;
import io.sluice.order.TimeInForce;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** The checks that look at the order alone. */
class OrderChecksTest {

    @Test
    void onlyAKnownInstrumentPasses() {
        assertThat(passes(new InstrumentKnown(), buy("1", "1"))).isTrue();
        assertThat(passes(new InstrumentKnown(), order("1", "NOPE", "1"))).isFalse();
    }

    @Test
    void aRestrictedSymbolDoesNotPass() {
        RestrictedList check = new RestrictedList(LIMITS.restricted());

        assertThat(passes(check, buy("1", "1"))).isTrue();
        assertThat(passes(check, order("1", "BANNED", "1"))).isFalse();
    }

    @Test
    void aQuantityIsPositive() {
        assertThat(passes(new QtyPositive(), buy("0.000000001", "1"))).isTrue();
        assertThat(passes(new QtyPositive(), buy("0", "1"))).isFalse();
        assertThat(passes(new QtyPositive(), buy("0.00", "1"))).isFalse();
    }

    @Test
    void aQuantityIsAMultipleOfTheLot() {
        assertThat(passes(new LotSize(), buy("100", "1"))).isTrue();
        assertThat(passes(new LotSize(), buy("1E+2", "1"))).isTrue();
        assertThat(passes(new LotSize(), buy("100.1", "1"))).isFalse();
        assertThat(passes(new LotSize(), order("100", "NOPE", "1"))).isFalse();
    }

    @Test
    void aPriceIsAMultipleOfTheTick() {
        assertThat(passes(new TickSize(), buy("1", "100.01"))).isTrue();
        assertThat(passes(new TickSize(), buy("1", "100.010000"))).isTrue();
        assertThat(passes(new TickSize(), buy("1", "100.011"))).isFalse();
        assertThat(passes(new TickSize(), buy("1", "1E-32"))).isFalse();
        assertThat(passes(new TickSize(), market("1"))).isTrue();
        assertThat(passes(new TickSize(), order("1", "NOPE", "1"))).isFalse();
    }

    @Test
    void aLimitOrderWithoutAPriceDoesNotPass() {
        Candidate priceless =
                candidate(
                        new Terms(
                                Fixtures.ACC1,
                                Fixtures.AAPL,
                                Side.BUY,
                                OrderType.LIMIT,
                                Qty.of("1"),
                                Optional.empty(),
                                TimeInForce.DAY,
                                Optional.empty()));

        assertThat(passes(new TickSize(), priceless)).isFalse();
        assertThat(Gate.of(LIMITS, ACCOUNTS).check(priceless, NOTHING).denial()).isPresent();
    }

    @Test
    void theLargestQuantityPassesAndOneMoreDoesNot() {
        assertThat(passes(new MaxOrderQty(LIMITS), buy("1000", "1"))).isTrue();
        assertThat(passes(new MaxOrderQty(LIMITS), buy("1000.00000001", "1"))).isFalse();
        assertThat(passes(new MaxOrderQty(LIMITS), buy("1E+32", "1"))).isFalse();
    }

    @Test
    void theLargestNotionalPassesAndOneTickMoreDoesNot() {
        assertThat(passes(new MaxOrderNotional(LIMITS), buy("500", "100.00"))).isTrue();
        assertThat(passes(new MaxOrderNotional(LIMITS), buy("500", "100.01"))).isFalse();
        assertThat(passes(new MaxOrderNotional(LIMITS), buy("500", "-100.01"))).isFalse();
        assertThat(passes(new MaxOrderNotional(LIMITS), order("1", "NOPE", "1"))).isFalse();
    }

    @Test
    void aSaleIsWorthAtLeastTheLastPrice() {
        MaxOrderNotional check = new MaxOrderNotional(LIMITS);

        assertThat(passes(check, sell("500", "1.00"))).isTrue();
        assertThat(passes(check, sell("501", "1.00"))).isFalse();
        assertThat(passes(check, sell("500", "100.01"))).isFalse();
        assertThat(passes(check, buy("501", "99.00"))).isTrue();
        assertThat(check.check(sell("501", "1.00"), NOTHING.noLastPrice()).denial()).isEmpty();
    }

    @Test
    void aMarketOrderIsWorthItsQuantityAtTheLastPrice() {
        MaxOrderNotional check = new MaxOrderNotional(LIMITS);

        assertThat(passes(check, market("500"))).isTrue();
        assertThat(passes(check, market("501"))).isFalse();
        assertThat(check.check(market("1"), NOTHING.noLastPrice()).denial()).isPresent();
    }

    @Test
    void aBuyMayBeAtTheUpperEndOfTheCollarAndNoTickAbove() {
        assertThat(passes(new PriceCollar(LIMITS), buy("1", "105.00"))).isTrue();
        assertThat(passes(new PriceCollar(LIMITS), buy("1", "105.01"))).isFalse();
        assertThat(passes(new PriceCollar(LIMITS), buy("1", "0.01"))).isTrue();
    }

    @Test
    void aSaleMayBeAtTheLowerEndOfTheCollarAndNoTickBelow() {
        assertThat(passes(new PriceCollar(LIMITS), sell("1", "95.00"))).isTrue();
        assertThat(passes(new PriceCollar(LIMITS), sell("1", "94.99"))).isFalse();
        assertThat(passes(new PriceCollar(LIMITS), sell("1", "1000"))).isTrue();
    }

    @Test
    void withoutALastPriceNothingPassesTheCollar() {
        PriceCollar check = new PriceCollar(LIMITS);

        assertThat(check.check(buy("1", "1"), NOTHING.noLastPrice()).denial()).isPresent();
        assertThat(check.check(market("1"), NOTHING.noLastPrice()).denial()).isPresent();
        assertThat(check.check(market("1"), NOTHING.lastPrice("0")).denial()).isPresent();
        assertThat(passes(check, market("1"))).isTrue();
    }

    private static Candidate order(String qty, String symbol, String price) {
        return candidate(Fixtures.limit(Side.BUY, qty, symbol, price));
    }

    private static boolean passes(RiskCheck check, Candidate candidate) {
        Verdict verdict = check.check(candidate, NOTHING);
        assertThat(verdict.checks()).isNotEmpty();
        return verdict.denial().isEmpty();
    }
}
