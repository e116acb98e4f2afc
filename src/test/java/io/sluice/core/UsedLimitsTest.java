package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.LimitInForce;
import io.sluice.order.Symbol;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Optional;

/** What the limits say beside what is used is what the gate would count. */
class UsedLimitsTest {

    private final Rig rig = new Rig();

    @Test
    void nothingIsUsedAtFirst() {
        assertThat(limit("maxOpenOrders").used()).contains(BigDecimal.ZERO);
        assertThat(limit("maxPosition").symbol()).isEmpty();
    }

    @Test
    void anOpenOrderIsUsedUntilItEnds() {
        rig.buys("C1", "100", "187.50");
        assertThat(limit("maxOpenOrders").used()).contains(BigDecimal.ONE);
        assertThat(limit("maxPosition").symbol()).contains(new Symbol("AAPL"));
        assertThat(number(limit("maxPosition").used())).isEqualByComparingTo("100");

        rig.accepts("C1");
        rig.fills("C1", "100", "187.50");

        assertThat(limit("maxOpenOrders").used()).contains(BigDecimal.ZERO);
        assertThat(number(limit("maxPosition").used())).isEqualByComparingTo("100");
        LimitInForce position = limit("maxPosition");
        assertThat(number(position.headroom()))
                .isEqualByComparingTo(position.limit().subtract(new BigDecimal("100")));
    }

    @Test
    void aLimitForEachOrderHasNoUse() {
        assertThat(limit("maxOrderQty").used()).isEmpty();
        assertThat(limit("maxOrderQty").headroom()).isEmpty();
    }

    private LimitInForce limit(String name) {
        return rig.router.limits().stream()
                .filter(it -> it.scope().equals("firm") && it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal number(Optional<BigDecimal> value) {
        return value.orElseThrow();
    }
}
