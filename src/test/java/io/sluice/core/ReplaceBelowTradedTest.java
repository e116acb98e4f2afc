package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderState;
import io.sluice.order.Qty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** A venue that is asked for less than has traded makes the order what has traded. */
class ReplaceBelowTradedTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void anOrderHasTradedInPart() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");
        rig.fills("C1", "60", "187.50");
        rig.replaces("C1", "R1", "40", "187.50");
    }

    @Test
    void theQuantityBecomesWhatHasTraded() {
        List<Event> events = replaced("60", "0");

        assertThat(rig.order("C1").terms().qty()).isEqualTo(Qty.of("60"));
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
        assertThat(events).noneMatch(InvariantViolated.class::isInstance);
    }

    @Test
    void aTradeThatIsStillOnItsWayIsWaitedFor() {
        replaced("70", "0");

        assertThat(rig.order("C1").terms().qty()).isEqualTo(Qty.of("70"));
        assertThat(rig.order("C1").isFinal()).isFalse();
    }

    private List<Event> replaced(String cumQty, String leavesQty) {
        return rig.reports("R1", ExecType.REPLACED, OrdStatus.FILLED, cumQty, leavesQty);
    }
}
