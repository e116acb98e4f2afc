package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Event;
import io.sluice.order.Event.DayRolled;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderExpired;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderState;
import io.sluice.order.Side;
import io.sluice.order.Terms;
import io.sluice.order.TimeInForce;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** An order for the day that is still open on the next one is asked about. */
class DayOrdersTest {

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
    void itIsUnknownAndAskedAboutOnTheNextDay() {
        assertThat(nextDay()).hasExactlyElementsOfTypes(DayRolled.class, OrderUnknown.class);
        assertThat(rig.waits(6)).hasExactlyElementsOfTypes(StatusRequested.class);

        rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.NEW, "0", "100");
        assertThat(rig.order("C1").unknown()).isEmpty();
        assertThat(rig.waits(60)).isEmpty();
        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void oneThatTheVenueForgotExpiresWhenItIsSaidAgain() {
        nextDay();

        assertThat(rig.denies("C1")).hasExactlyElementsOfTypes(StatusDenied.class);
        assertThat(openBuys()).isEqualTo("100");
        rig.waits(6);
        List<Event> events = rig.denies("C1");

        assertThat(events).hasExactlyElementsOfTypes(OrderExpired.class);
        assertThat(((OrderExpired) events.getFirst()).execution().text())
                .startsWith("Its trading day is over");
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.EXPIRED);
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void oneThatTheVenueForgotTakesItsRequestsWithIt() {
        rig.replaces("C1", "R1", "150", "187.50");
        rig.cancels("R1", "X1");
        nextDay();

        assertThat(rig.deniesForGood("R1"))
                .hasExactlyElementsOfTypes(
                        RequestRejected.class, OrderUnknown.class, StatusRequested.class);
        assertThat(rig.deniesForGood("C1"))
                .hasExactlyElementsOfTypes(OrderExpired.class, RequestRejected.class);
        assertThat(rig.order("C1").links()).noneMatch(link -> link.isPending());
    }

    @Test
    void anExpiryThatWeConcludedTheVenueCanRefute() {
        nextDay();
        rig.deniesForGood("C1");

        assertThat(rig.reports("C1", ExecType.RESTATED, OrdStatus.NEW, "0", "100"))
                .hasExactlyElementsOfTypes(OrderReported.class, InvariantViolated.class);
        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void onItsOwnDayAnAcknowledgedOrderDoesNotEndByBeingUnknown() {
        assertThat(rig.deniesForGood("C1")).hasExactlyElementsOfTypes(ReportUnmatched.class);
        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void anOrderThatIsGoodTillCanceledGoesOn() {
        Rig other = new Rig();
        Terms day = Fixtures.limit(Side.BUY, "100", "AAPL", "187.50");
        other.places(
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
        other.accepts("G1");
        other.now = other.now.plus(Duration.ofDays(1));

        assertThat(other.waits(1)).hasExactlyElementsOfTypes(DayRolled.class);
        assertThat(other.deniesForGood("G1")).hasExactlyElementsOfTypes(ReportUnmatched.class);
    }

    private List<Event> nextDay() {
        rig.now = rig.now.plus(Duration.ofDays(1));
        return rig.waits(1);
    }

    private String openBuys() {
        return rig.router.exposures().openBuys(Scope.FIRM, AAPL).toPlainString();
    }
}
