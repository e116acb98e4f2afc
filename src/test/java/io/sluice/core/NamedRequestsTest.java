package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.Qty;
import io.sluice.risk.LimitSet;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What the venue has called by its id it has, whatever it says later. */
class NamedRequestsTest {

    private final Rig rig = new Rig(Fixtures.policy(Fixtures.firm(positionUpTo("150"))));

    @BeforeEach
    void theVenueConfirmsAReplaceAsPending() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");
        rig.reports("R1", ExecType.PENDING_REPLACE, OrdStatus.PENDING_REPLACE, "0", "100");
    }

    @Test
    void aReplaceThatIsPendingAtTheVenueIsNotTakenAsLost() {
        rig.waits(6);

        assertThat(rig.deniesForGood("R1")).hasExactlyElementsOfTypes(ReportUnmatched.class);
        assertThat(openBuys()).isEqualTo("150");
        assertThat(rig.buys("C3", "50", "187.50")).hasAtLeastOneElementOfType(OrderDenied.class);

        assertThat(rig.reports("R1", ExecType.REPLACED, OrdStatus.NEW, "0", "150"))
                .hasExactlyElementsOfTypes(OrderReplaced.class);
        assertThat(openBuys()).isEqualTo("150");
    }

    @Test
    void theVenueIsAskedOn() {
        rig.waits(6);
        rig.denies("R1");

        assertThat(rig.waits(62)).hasAtLeastOneElementOfType(StatusRequested.class);
    }

    @Test
    void aSnapshotKeepsIt() {
        rig.router = Router.restored(rig.policy, rig.router.state());
        rig.waits(6);

        assertThat(rig.deniesForGood("R1")).hasExactlyElementsOfTypes(ReportUnmatched.class);
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
    }

    @Test
    void anOrderThatWasCalledByItsIdIsNotTakenAsNeverSent() {
        Rig other = new Rig();
        other.buys("C1", "100", "187.50");
        other.tell(
                Rig.anonymous(
                        other.report(
                                "C1", ExecType.PENDING_NEW, OrdStatus.PENDING_NEW, "0", "100")));

        assertThat(other.deniesForGood("C1")).hasExactlyElementsOfTypes(ReportUnmatched.class);
        assertThat(other.order("C1").isFinal()).isFalse();
    }

    private String openBuys() {
        return rig.router.exposures().openBuys(Scope.FIRM, AAPL).toPlainString();
    }

    private static LimitSet positionUpTo(String qty) {
        LimitSet wide = Fixtures.WIDE;
        return new LimitSet(
                wide.maxOrderQty(),
                wide.maxOrderNotional(),
                wide.priceCollarPercent(),
                wide.maxOpenOrders(),
                Optional.of(Qty.of(qty)),
                wide.maxDailyLoss(),
                wide.maxOrdersPerSecond());
    }
}
