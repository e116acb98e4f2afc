package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.Fixtures;
import io.sluice.core.Holding;
import io.sluice.port.Positions.Position;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

class PositionDeskTest {

    @Test
    void eachTradeCountsOnceUnderItsAccount() {
        List<Holding> holdings =
                List.of(held(Scope.FIRM), held(Scope.of(Fixtures.OMS)), held(accountScope()));

        assertThat(PositionDesk.ofAccounts(holdings))
                .containsExactly(
                        new Position(Fixtures.ACC1, Fixtures.AAPL, new BigDecimal("-140")));
    }

    private static Scope accountScope() {
        return Scope.of(Fixtures.ACC1);
    }

    private static Holding held(Scope scope) {
        BigDecimal qty = new BigDecimal("-140");
        return new Holding(
                scope,
                Fixtures.AAPL,
                qty,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Optional.empty(),
                Optional.empty());
    }
}
