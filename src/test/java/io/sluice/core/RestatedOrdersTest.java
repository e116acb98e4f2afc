package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderDoneForDay;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.StatusKnown;
import io.sluice.order.OrderState;
import io.sluice.order.Side;
import io.sluice.order.Terms;
import io.sluice.order.TimeInForce;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What is reserved, and what an OMS is told, follows what the venue holds an order for. */
class RestatedOrdersTest {

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

    /** FIX 4.4, matrix E.1.d. */
    @Test
    void aReducedOrderIsFullAtWhatItWasReducedTo() {
        rig.reports("C1", ExecType.RESTATED, OrdStatus.NEW, "0", "90");
        assertThat(openBuys()).isEqualTo("90");
        assertThat(rig.order("C1").leavesQty()).hasToString("90");
        assertThat(rig.order("C1").terms().qty()).hasToString("90");

        assertThat(rig.tell(rig.trade("C1", OrdStatus.FILLED, "90", "0", "90")))
                .hasAtLeastOneElementOfType(OrderFilled.class)
                .noneMatch(event -> event.toString().contains("given up"));
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
        assertThat(openBuys()).isEqualTo("0");
        assertThat(rig.router.exposures().openOrders(Scope.FIRM)).isZero();
    }

    /** FIX 4.4, matrix E.1.c. */
    @Test
    void anIncreasedOrderIsOpenForWhatItWasIncreasedTo() {
        rig.reports("C1", ExecType.RESTATED, OrdStatus.NEW, "0", "150");

        assertThat(openBuys()).isEqualTo("150");
        assertThat(rig.order("C1").leavesQty()).hasToString("150");
        rig.tell(rig.trade("C1", OrdStatus.PARTIALLY_FILLED, "100", "50", "100"));
        assertThat(openBuys()).isEqualTo("50");
        assertThat(rig.tell(rig.trade("C1", OrdStatus.FILLED, "150", "0", "50")))
                .hasExactlyElementsOfTypes(OrderFilled.class);
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void aVenueThatSaysFilledAtWhatWasBookedEndsTheOrder() {
        assertThat(rig.tell(rig.trade("C1", OrdStatus.FILLED, "90", "0", "90")))
                .hasAtLeastOneElementOfType(OrderFilled.class)
                .anyMatch(event -> event.toString().contains("given up"));

        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
        assertThat(rig.order("C1").ordStatus()).isEqualTo(OrdStatus.FILLED);
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void aVenueThatSaysFilledBeyondWhatWasBookedEndsNothing() {
        rig.tell(rig.trade("C1", OrdStatus.FILLED, "100", "0", "90"));

        assertThat(rig.order("C1").state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(openBuys()).isEqualTo("10");
    }

    @Test
    void aStatusThatSaysFilledAtWhatWasBookedEndsTheOrderAndIsTold() {
        rig.tell(rig.trade("C1", OrdStatus.PARTIALLY_FILLED, "90", "10", "90"));

        List<Event> events = rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.FILLED, "90", "0");

        assertThat(events).hasExactlyElementsOfTypes(StatusKnown.class, OrderReported.class);
        OrderReported told = (OrderReported) events.getLast();
        assertThat(told.execution().execType()).isEqualTo(ExecType.RESTATED);
        assertThat(told.execution().ordStatus()).isEqualTo(OrdStatus.FILLED);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void aLargerReplaceOnItsWayKeepsAFullOrderOpen() {
        rig.replaces("C1", "R1", "150", "187.50");
        rig.reports("C1", ExecType.RESTATED, OrdStatus.PENDING_REPLACE, "0", "90");

        rig.tell(rig.trade("C1", OrdStatus.FILLED, "90", "0", "90"));
        assertThat(openBuys()).isEqualTo("60");
        assertThat(rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.FILLED, "90", "0"))
                .doesNotHaveAnyElementsOfTypes(OrderReported.class);

        rig.reports("R1", ExecType.REJECTED, OrdStatus.FILLED, "90", "0");
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void aReplaceAcceptedForLessThanAskedHoldsForLess() {
        rig.replaces("C1", "R1", "150", "187.50");

        assertThat(rig.reports("R1", ExecType.REPLACED, OrdStatus.NEW, "0", "120"))
                .hasExactlyElementsOfTypes(OrderReplaced.class, InvariantViolated.class);
        assertThat(openBuys()).isEqualTo("120");
        rig.tell(rig.trade("R1", OrdStatus.FILLED, "120", "0", "120"));
        assertThat(openBuys()).isEqualTo("0");
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void aReplaceAcceptedForMoreThanAskedHoldsForMore() {
        rig.replaces("C1", "R1", "50", "187.50");

        rig.reports("R1", ExecType.REPLACED, OrdStatus.NEW, "0", "80");

        assertThat(openBuys()).isEqualTo("80");
    }

    @Test
    void aRestatementWhileALargerReplacePendsOutlivesItsRefusal() {
        rig.replaces("C1", "R1", "200", "187.50");
        rig.reports("C1", ExecType.RESTATED, OrdStatus.NEW, "0", "150");
        assertThat(openBuys()).isEqualTo("200");

        rig.reports("R1", ExecType.REJECTED, OrdStatus.NEW, "0", "150");

        assertThat(openBuys()).isEqualTo("150");
    }

    @Test
    void whatAReportWhileAReplacePendsSaidOutlivesItsRefusal() {
        rig.replaces("C1", "R1", "200", "187.50");
        rig.reports("C1", ExecType.SUSPENDED, OrdStatus.SUSPENDED, "0", "150");

        rig.reports("R1", ExecType.REJECTED, OrdStatus.NEW, "0", "150");

        assertThat(openBuys()).isEqualTo("150");
    }

    @Test
    void whatAPendingReportSaidOfTheReplaceGoesWithIt() {
        rig.replaces("C1", "R1", "200", "187.50");
        rig.reports("R1", ExecType.PENDING_REPLACE, OrdStatus.PENDING_REPLACE, "0", "200");

        rig.reports("R1", ExecType.REJECTED, OrdStatus.NEW, "0", "100");

        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void whatAnOrderWasRestatedToHoldsOverNight() {
        Terms day = Fixtures.limit(Side.BUY, "100", "AAPL", "187.50");
        rig.places(
                "G1",
                new Terms(
                        day.account(),
                        day.symbol(),
                        day.side(),
                        day.orderType(),
                        day.qty(),
                        day.price(),
                        TimeInForce.GOOD_TILL_CANCEL,
                        day.exDestination()));
        rig.accepts("G1");
        rig.reports("G1", ExecType.SUSPENDED, OrdStatus.SUSPENDED, "0", "150");
        assertThat(openBuys()).isEqualTo("250");

        rig.reports("G1", ExecType.DONE_FOR_DAY, OrdStatus.DONE_FOR_DAY, "0", "0");

        assertThat(openBuys()).isEqualTo("250");
    }

    @Test
    void anOrderThatIsOnlySaidToBeCalculatedIsOverForTheDay() {
        rig.tell(rig.trade("C1", OrdStatus.PARTIALLY_FILLED, "90", "10", "90"));

        assertThat(rig.reports("C1", ExecType.CALCULATED, OrdStatus.CALCULATED, "90", "0"))
                .hasExactlyElementsOfTypes(OrderDoneForDay.class);
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void aCalculationThatKnowsOfMoreTradesEndsNothing() {
        rig.tell(rig.trade("C1", OrdStatus.PARTIALLY_FILLED, "90", "10", "90"));

        assertThat(rig.reports("C1", ExecType.CALCULATED, OrdStatus.CALCULATED, "100", "0"))
                .hasExactlyElementsOfTypes(OrderReported.class);
        assertThat(openBuys()).isEqualTo("10");
    }

    private String openBuys() {
        return rig.router.exposures().openBuys(Scope.FIRM, AAPL).toPlainString();
    }
}
