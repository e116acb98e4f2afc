package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;
import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.StatusKnown;
import io.sluice.order.OrderState;
import io.sluice.order.Qty;
import io.sluice.order.VenueReport.MessageBounced;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What we concluded without the venue, the venue can refute. */
class RefutedEndsTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void anOrderIsRouted() {
        rig.buys("C1", "100", "187.50");
    }

    @AfterEach
    void replayAndSnapshotGiveTheSame() {
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
        assertThat(Router.restored(rig.policy, rig.router.state()).state())
                .isEqualTo(rig.router.state());
    }

    @Test
    void anOrderTakenAsNeverSentThatIsAcceptedIsOpenAgain() {
        rig.deniesForGood("C1");

        assertThat(rig.accepts("C1"))
                .hasExactlyElementsOfTypes(OrderAccepted.class, InvariantViolated.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void anOrderThatWasThrownBackAndTradesIsOpenAgain() {
        rig.tell(new MessageBounced(ALPHA, rig.request("C1"), "bad tag"));
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.REJECTED);

        assertThat(rig.tell(rig.trade("C1", OrdStatus.PARTIALLY_FILLED, "40", "60", "40")))
                .hasAtLeastOneElementOfType(OrderFilled.class)
                .hasAtLeastOneElementOfType(InvariantViolated.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(openBuys()).isEqualTo("60");
    }

    @Test
    void aPendingReportOpensItAgain() {
        rig.deniesForGood("C1");

        assertThat(rig.reports("C1", ExecType.PENDING_NEW, OrdStatus.PENDING_NEW, "0", "100"))
                .hasExactlyElementsOfTypes(OrderReported.class, InvariantViolated.class);
        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void aStatusThatShowsItAliveOpensItAgain() {
        rig.deniesForGood("C1");

        assertThat(rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.NEW, "0", "100"))
                .hasExactlyElementsOfTypes(
                        StatusKnown.class, OrderAccepted.class, InvariantViolated.class);
        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void whatIsOpenAgainCanBeCanceled() {
        rig.deniesForGood("C1");
        rig.accepts("C1");

        assertThat(rig.cancels("C1", "X1")).hasExactlyElementsOfTypes(CancelRequested.class);
        assertThat(rig.tell(new CancelByOperator(rig.order("C1").id(), "ann")))
                .hasExactlyElementsOfTypes(CancelRequested.class);
        rig.reports("X1", ExecType.CANCELED, OrdStatus.CANCELED, "0", "0");
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void whatIsOpenAgainIsNotForgotten() {
        rig.deniesForGood("C1");
        rig.accepts("C1");

        for (int day = 0; day < 4; day++) {
            rig.now = rig.now.plus(Duration.ofDays(1));
            rig.waits(1);
        }

        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
    }

    @Test
    void anOrderThatTheVenueItselfRejectedStaysOver() {
        rig.reports("C1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0");

        assertThat(rig.accepts("C1")).hasExactlyElementsOfTypes(OrderReported.class);
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void aReplaceTakenAsRefusedThatIsAcceptedHolds() {
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");
        rig.deniesForGood("R1");
        assertThat(openBuys()).isEqualTo("100");

        assertThat(rig.reports("R1", ExecType.REPLACED, OrdStatus.NEW, "0", "150"))
                .hasExactlyElementsOfTypes(OrderReplaced.class, InvariantViolated.class);
        assertThat(openBuys()).isEqualTo("150");
    }

    @Test
    void aReplaceAcceptedAfterTheOrderTradedInFullOpensItAgain() {
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");
        rig.tell(new MessageBounced(ALPHA, rig.request("R1"), "bad tag"));
        rig.fills("C1", "100", "187.50");
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);

        assertThat(rig.reports("R1", ExecType.REPLACED, OrdStatus.PARTIALLY_FILLED, "100", "50"))
                .hasAtLeastOneElementOfType(OrderReplaced.class)
                .hasAtLeastOneElementOfType(InvariantViolated.class);
        assertThat(rig.order("C1").worstLeavesQty()).isEqualTo(Qty.of("50"));
        assertThat(openBuys()).isEqualTo("50");
    }

    @Test
    void anOrderIsNotFullWhileTheVenueHasMore() {
        rig.accepts("C1");

        assertThat(rig.tell(rig.trade("C1", OrdStatus.PARTIALLY_FILLED, "100", "50", "100")))
                .hasAtLeastOneElementOfType(OrderFilled.class)
                .hasAtLeastOneElementOfType(InvariantViolated.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(openBuys()).isEqualTo("50");

        rig.tell(rig.trade("C1", OrdStatus.FILLED, "150", "0", "50"));
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
        assertThat(openBuys()).isEqualTo("0");
    }

    private String openBuys() {
        return rig.router.exposures().openBuys(Scope.FIRM, AAPL).toPlainString();
    }
}
