package io.sluice.risk;

import static io.sluice.risk.FixedExposures.NOTHING;
import static io.sluice.risk.Samples.ACCOUNTS;
import static io.sluice.risk.Samples.LIMITS;
import static io.sluice.risk.Samples.NARROW;
import static io.sluice.risk.Samples.buy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.Fixtures;
import io.sluice.order.CheckResult;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Qty;
import io.sluice.order.Side;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class GateTest {

    private final Gate gate = Gate.of(LIMITS, ACCOUNTS);

    @Test
    void anOrderWithinAllLimitsPasses() {
        Verdict verdict = gate.check(buy("100", "100.00"), NOTHING);

        assertThat(verdict.denial()).isEmpty();
        assertThat(verdict.checks()).allMatch(CheckResult::passed);
    }

    @Test
    void allChecksRunAndTheFirstThatFailedIsTheReason() {
        Candidate candidate =
                Samples.candidate(Fixtures.limit(Side.BUY, "2000.5", "AAPL", "200.001"));

        Verdict verdict = gate.check(candidate, NOTHING);

        assertThat(verdict.denial().map(Denial::code)).contains(DenialCode.LOT_SIZE);
        assertThat(verdict.checks().stream().filter(it -> !it.passed()).map(CheckResult::check))
                .containsExactly(
                        DenialCode.LOT_SIZE,
                        DenialCode.TICK_SIZE,
                        DenialCode.MAX_ORDER_QTY,
                        DenialCode.MAX_ORDER_NOTIONAL,
                        DenialCode.PRICE_COLLAR,
                        DenialCode.MAX_POSITION);
    }

    @Test
    void theChecksStandInTheOrderOfTheCodes() {
        assertThat(gate.check(buy("1", "100"), NOTHING).checks().stream().map(CheckResult::check))
                .isSorted()
                .hasSize(13);
    }

    @Test
    void anAccountThatIsNotConfiguredCannotTrade() {
        Verdict verdict = Gate.of(LIMITS, Set.of()).check(buy("100", "100.00"), NOTHING);

        assertThat(verdict.denial().map(Denial::code)).contains(DenialCode.ACCOUNT_KNOWN);
        assertThat(verdict.denial().map(Denial::scope)).contains("account:ACC1");
    }

    @Test
    void theStrictestOfAllScopesWins() {
        Limits limits =
                new Limits(
                        NARROW,
                        Map.of(Fixtures.OMS, maxQty("50")),
                        Map.of(Fixtures.ACC1, maxQty("20")),
                        Map.of(Fixtures.AAPL, maxQty("500")),
                        Set.of());

        Verdict verdict = Gate.of(limits, ACCOUNTS).check(buy("60", "100.00"), NOTHING);

        assertThat(verdict.denial().map(Denial::scope)).contains("account:ACC1");
        assertThat(
                        verdict.checks().stream()
                                .filter(it -> it.check() == DenialCode.MAX_ORDER_QTY)
                                .map(CheckResult::scope))
                .containsExactly("account:ACC1", "oms:OMS44", "symbol:AAPL", "firm");
    }

    @Test
    void aWiderLimitAtANarrowerScopeFreesNothing() {
        Limits limits =
                new Limits(
                        NARROW, Map.of(Fixtures.OMS, maxQty("5000")), Map.of(), Map.of(), Set.of());

        assertThat(Gate.of(limits, ACCOUNTS).check(buy("1001", "1.00"), NOTHING).denial())
                .map(Denial::scope)
                .contains("firm");
    }

    @Test
    void aLimitThatIsSetNowhereDenies() {
        Verdict verdict =
                Gate.of(Fixtures.firm(LimitSet.NONE), ACCOUNTS).check(buy("1", "100.00"), NOTHING);

        assertThat(verdict.denial().map(Denial::code)).contains(DenialCode.LIMIT_MISSING);
        assertThat(verdict.denial().map(Denial::detail).orElseThrow())
                .isEqualTo(
                        "maxOrderQty is set for none of [firm, oms:OMS44, account:ACC1,"
                                + " symbol:AAPL]");
        assertThat(verdict.checks().stream().filter(it -> !it.passed())).hasSize(7);
    }

    @Test
    void aLimitMayBeSetAtAnyScope() {
        Limits limits =
                new Limits(
                        LimitSet.NONE, Map.of(), Map.of(Fixtures.ACC1, NARROW), Map.of(), Set.of());

        assertThat(Gate.of(limits, ACCOUNTS).check(buy("1", "100.00"), NOTHING).denial()).isEmpty();
    }

    @Test
    void aCheckThatFailsDenies() {
        Gate broken = new Gate(List.of(new BrokenCheck(), new InstrumentKnown()));

        Verdict verdict = broken.check(buy("1", "100.00"), NOTHING);

        assertThat(verdict.denial().map(Denial::code)).contains(DenialCode.INTERNAL_ERROR);
        assertThat(verdict.checks()).extracting(CheckResult::passed).containsExactly(false, true);
    }

    @Test
    void extremeNumbersAreJudgedLikeAnyOther() {
        String huge = "9999999999999999999999999999999999999999E+32";
        String tiny = "1234567890123456789012345678901234567890E-32";

        assertThat(gate.check(buy(huge, huge), NOTHING).denial().map(Denial::code))
                .contains(DenialCode.MAX_ORDER_QTY);
        assertThat(gate.check(buy(tiny, tiny), NOTHING).denial().map(Denial::code))
                .contains(DenialCode.LOT_SIZE);
    }

    private static LimitSet maxQty(String qty) {
        LimitSet none = LimitSet.NONE;
        return new LimitSet(
                Optional.of(Qty.of(qty)),
                none.maxOrderNotional(),
                none.priceCollarPercent(),
                none.maxOpenOrders(),
                none.maxPosition(),
                none.maxDailyLoss(),
                none.maxOrdersPerSecond());
    }

    private static final class BrokenCheck implements RiskCheck {

        @Override
        public DenialCode code() {
            return DenialCode.MAX_POSITION;
        }

        @Override
        public Verdict check(Candidate candidate, Exposures exposures) {
            throw new ArithmeticException("Division by zero");
        }
    }
}
