package io.sluice.core;

import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.CarriedFields;
import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.Input;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderState;
import io.sluice.order.VenueReport;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A venue that says it does not have an order is believed when it says so again. */
class DenialsTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void anOrderIsCaughtByARestart() {
        rig.buys("C1", "100", "187.50");
        rig.tell(new Input.Started("T", 2));
        rig.tell(new VenueUp(ALPHA));
    }

    @Test
    void oneDenialEndsNothing() {
        assertThat(rig.denies("C1")).hasExactlyElementsOfTypes(StatusDenied.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.ROUTED);
        assertThat(rig.order("C1").unknown()).isPresent();
    }

    @Test
    void twoDenialsAtOnceEndNothing() {
        rig.denies("C1");
        rig.now = rig.now.plusMillis(4_999);

        assertThat(rig.denies("C1")).hasExactlyElementsOfTypes(StatusDenied.class);

        rig.now = rig.now.plusMillis(1);
        assertThat(rig.denies("C1")).hasExactlyElementsOfTypes(OrderNotSent.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.DENIED);
    }

    @Test
    void theVenueIsAskedAgainSoon() {
        rig.denies("C1");

        assertThat(rig.waits(5)).isEmpty();
        assertThat(rig.waits(1)).hasExactlyElementsOfTypes(StatusRequested.class);
        assertThat(rig.waits(6)).hasExactlyElementsOfTypes(StatusRequested.class);
    }

    @Test
    void denialsBeforeAndAfterALostLinkDoNotAddUp() {
        rig.denies("C1");
        rig.tell(new VenueDown(ALPHA, "link lost"));
        rig.waits(6);
        rig.tell(new VenueUp(ALPHA));

        assertThat(rig.denies("C1")).hasExactlyElementsOfTypes(StatusDenied.class);
    }

    @Test
    void denialsBeforeAndAfterARestartDoNotAddUp() {
        rig.denies("C1");
        rig.waits(6);
        rig.router = Router.restored(rig.policy, rig.router.state());
        rig.tell(new Input.Started("T", 3));
        rig.tell(new VenueUp(ALPHA));

        assertThat(rig.denies("C1")).hasExactlyElementsOfTypes(StatusDenied.class);
    }

    @Test
    void aDenialIsRememberedBySnapshots() {
        rig.denies("C1");
        rig.router = Router.restored(rig.policy, rig.router.state());
        rig.now = rig.now.plusSeconds(5);

        assertThat(rig.denies("C1")).hasExactlyElementsOfTypes(OrderNotSent.class);
    }

    @Test
    void anOrderThatLeftJustNowIsNotBelievedLost() {
        Rig patient = new Rig(Fixtures.silentAfter(20));
        patient.buys("C1", "100", "187.50");
        patient.denies("C1");
        patient.now = patient.now.plusSeconds(19);
        assertThat(patient.denies("C1")).hasExactlyElementsOfTypes(StatusDenied.class);

        patient.now = patient.now.plusSeconds(1);
        assertThat(patient.denies("C1")).hasExactlyElementsOfTypes(OrderNotSent.class);
    }

    @Test
    void everyVenueHasAPatienceOfItsOwn() {
        Order order = rig.order("C1");

        assertThat(Patience.everywhere(Duration.ofSeconds(7)).with(order)).hasSeconds(7);
        assertThat(
                        new Patience(Duration.ofSeconds(7), Map.of(ALPHA, Duration.ofSeconds(2)))
                                .with(order))
                .hasSeconds(2);
        assertThat(
                        new Patience(
                                        Duration.ofSeconds(7),
                                        Map.of(Fixtures.DELTA, Duration.ofSeconds(2)))
                                .with(order))
                .hasSeconds(7);
    }

    @Test
    void cancelsThatTheVenueCannotPlaceDoNotTakeADenialBack() {
        rig.denies("C1");
        for (int second = 1; second <= 5; second++) {
            rig.now = rig.now.plusSeconds(1);
            rig.cancels("C1", "X" + second);
            rig.tell(
                    new VenueReport.RequestRejected(
                            ALPHA,
                            rig.request("X" + second),
                            OrdStatus.REJECTED,
                            true,
                            "Unknown order",
                            CarriedFields.NONE));
        }

        assertThat(rig.denies("C1")).hasExactlyElementsOfTypes(OrderNotSent.class);
    }

    @Test
    void aLostReplaceIsBelievedLostThoughOthersAreRefusedMeanwhile() {
        Rig working = new Rig();
        working.buys("C1", "100", "187.50");
        working.accepts("C1");
        working.replaces("C1", "R1", "200", "187.50");
        working.waits(6);
        working.denies("R1");
        for (int second = 1; second <= 5; second++) {
            working.now = working.now.plusSeconds(1);
            working.cancels("R1", "X" + second);
            working.tell(
                    new VenueReport.RequestRejected(
                            ALPHA,
                            working.request("X" + second),
                            OrdStatus.REJECTED,
                            true,
                            "Unknown order",
                            CarriedFields.NONE));
        }

        assertThat(working.denies("R1")).hasAtLeastOneElementOfType(RequestRejected.class);
    }

    @Test
    void aStatusBetweenTwoDenialsTakesTheFirstBack() {
        rig.denies("C1");
        rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.PENDING_NEW, "0", "100");
        rig.now = rig.now.plusSeconds(6);

        assertThat(rig.denies("C1"))
                .hasExactlyElementsOfTypes(OrderUnknown.class, StatusDenied.class);
    }

    @Test
    void aReplaceIsTakenAsLostOnlyWhenItIsDeniedAgain() {
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");

        assertThat(rig.denies("R1"))
                .hasExactlyElementsOfTypes(OrderUnknown.class, StatusDenied.class);
        rig.now = rig.now.plusSeconds(6);
        assertThat(rig.denies("R1")).hasExactlyElementsOfTypes(RequestRejected.class);
        assertThat(rig.order("C1").worstLeavesQty()).hasToString("100");
    }

    @Test
    void whatCameBeforeALostReplaceIsAskedAboutAtOnce() {
        Rig both = new Rig();
        both.buys("C1", "100", "187.50");
        both.replaces("C1", "R1", "150", "187.50");

        List<Event> events = both.deniesForGood("R1");

        assertThat(events)
                .hasExactlyElementsOfTypes(
                        RequestRejected.class, OrderUnknown.class, StatusRequested.class);
        assertThat(((StatusRequested) events.getLast()).request()).isEqualTo(both.request("C1"));
        assertThat(both.deniesForGood("C1")).hasExactlyElementsOfTypes(OrderNotSent.class);
    }

    @Test
    void aLostOrderTakesItsReplaceWithIt() {
        Rig both = new Rig();
        both.buys("C1", "100", "187.50");
        both.replaces("C1", "R1", "150", "187.50");

        assertThat(both.deniesForGood("C1"))
                .hasExactlyElementsOfTypes(OrderNotSent.class, ReplaceNotSent.class);
        assertThat(both.order("C1").links()).noneMatch(link -> link.isPending());
    }
}
