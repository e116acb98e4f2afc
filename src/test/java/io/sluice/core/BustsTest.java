package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderState;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trade that the venue takes back is in the market again, and can be canceled. */
class BustsTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void anOrderWorks() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");
    }

    @AfterEach
    void replayAndSnapshotGiveTheSame() {
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
        assertThat(Router.restored(rig.policy, rig.router.state()).state())
                .isEqualTo(rig.router.state());
    }

    @Test
    void aBustOfAFilledOrderOpensItAgain() {
        rig.fills("C1", "60", "187.50");
        rig.fills("C1", "40", "187.50");

        assertThat(rig.reports("C1", ExecType.TRADE_CANCEL, OrdStatus.PARTIALLY_FILLED, "60", "40"))
                .hasAtLeastOneElementOfType(OrderReported.class)
                .hasAtLeastOneElementOfType(InvariantViolated.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(rig.order("C1").leavesQty()).hasToString("40");
        assertThat(openBuys()).isEqualTo("40");
        assertThat(rig.router.exposures().openOrders(Scope.FIRM)).isEqualTo(1);
        assertThat(rig.cancels("C1", "X1")).hasExactlyElementsOfTypes(CancelRequested.class);
        assertThat(rig.tell(new CancelByOperator(rig.order("C1").id(), "ann")))
                .hasExactlyElementsOfTypes(CancelRequested.class);
    }

    @Test
    void whatTradesAfterABustIsCountedFromTheBustOn() {
        rig.fills("C1", "100", "187.50");
        rig.reports("C1", ExecType.TRADE_CANCEL, OrdStatus.PARTIALLY_FILLED, "60", "40");

        rig.tell(rig.trade("C1", OrdStatus.PARTIALLY_FILLED, "80", "20", "20"));
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(openBuys()).isEqualTo("20");

        rig.tell(rig.trade("C1", OrdStatus.FILLED, "100", "0", "20"));
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void aBustOfAWorkingOrderReservesWhatItGaveBack() {
        rig.fills("C1", "40", "187.50");
        assertThat(openBuys()).isEqualTo("60");

        rig.reports("C1", ExecType.TRADE_CANCEL, OrdStatus.NEW, "0", "100");

        assertThat(openBuys()).isEqualTo("100");
        assertThat(rig.order("C1").leavesQty()).hasToString("100");
    }

    @Test
    void aCorrectionToLessOpensAFilledOrderAgain() {
        rig.fills("C1", "100", "187.50");

        rig.reports("C1", ExecType.TRADE_CORRECT, OrdStatus.PARTIALLY_FILLED, "80", "20");

        assertThat(openBuys()).isEqualTo("20");
        assertThat(rig.cancels("C1", "X1")).hasExactlyElementsOfTypes(CancelRequested.class);
    }

    @Test
    void aBustAfterACancelLeavesTheOrderCanceled() {
        rig.fills("C1", "40", "187.50");
        rig.reports("C1", ExecType.CANCELED, OrdStatus.CANCELED, "40", "0");

        rig.reports("C1", ExecType.TRADE_CANCEL, OrdStatus.CANCELED, "0", "0");

        assertThat(rig.order("C1").state()).isEqualTo(OrderState.CANCELED);
        assertThat(openBuys()).isEqualTo("0");
    }

    private String openBuys() {
        return rig.router.exposures().openBuys(Scope.FIRM, AAPL).toPlainString();
    }
}
