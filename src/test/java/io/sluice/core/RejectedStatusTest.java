package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;
import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.Input;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderRejected;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderState;
import io.sluice.order.VenueReport.VenueUp;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Asked for a status, a venue that says REJECTED may mean that it does not have it. */
class RejectedStatusTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void anOrderIsRouted() {
        rig.buys("C1", "100", "187.50");
    }

    @AfterEach
    void replayGivesTheSame() {
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
    }

    @Test
    void aLostReplaceEndsNothingButItself() {
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");
        rig.waits(6);

        assertThat(rejectedStatusOf("R1")).hasExactlyElementsOfTypes(StatusDenied.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
        assertThat(openBuys()).isEqualTo("150");

        rig.waits(6);
        assertThat(rejectedStatusOf("R1")).hasExactlyElementsOfTypes(RequestRejected.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
        assertThat(openBuys()).isEqualTo("100");
        assertThat(rig.tell(new CancelByOperator(rig.order("C1").id(), "ann")))
                .hasExactlyElementsOfTypes(CancelRequested.class);
    }

    @Test
    void anAcknowledgedOrderNeverEndsByIt() {
        rig.accepts("C1");
        rig.cancels("C1", "X1");
        rig.waits(6);

        for (int i = 0; i < 3; i++) {
            assertThat(rejectedStatusOf("C1")).hasExactlyElementsOfTypes(InvariantViolated.class);
            assertThat(rig.waits(62)).hasAtLeastOneElementOfType(StatusRequested.class);
        }
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void anAcknowledgedOrderIsAskedAboutAgainUnasked() {
        rig.accepts("C1");

        assertThat(rejectedStatusOf("C1"))
                .hasExactlyElementsOfTypes(InvariantViolated.class, OrderUnknown.class);
        assertThat(rig.waits(6)).hasExactlyElementsOfTypes(StatusRequested.class);
    }

    @Test
    void anOrderOfWhichNothingIsKnownEndsWhenItIsSaidAgain() {
        rig.tell(new Input.Started("T", 2));
        rig.tell(new VenueUp(ALPHA));

        assertThat(rejectedStatusOf("C1")).hasExactlyElementsOfTypes(StatusDenied.class);
        assertThat(openBuys()).isEqualTo("100");
        rig.waits(6);
        assertThat(rejectedStatusOf("C1")).hasExactlyElementsOfTypes(OrderNotSent.class);

        assertThat(rig.accepts("C1"))
                .hasExactlyElementsOfTypes(OrderAccepted.class, InvariantViolated.class);
        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void aRejectThatAnswersAQuestionDoesNotEndAnAcknowledgedOrder() {
        rig.accepts("C1");
        rig.cancels("C1", "X1");
        rig.waits(6);

        assertThat(rejectOf("C1")).hasExactlyElementsOfTypes(InvariantViolated.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
    }

    @Test
    void aRejectThatAnswersAQuestionAboutALostReplaceIsBelievedWhenItIsRepeated() {
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");
        rig.waits(6);

        assertThat(rejectOf("R1")).hasExactlyElementsOfTypes(StatusDenied.class);
        rig.waits(6);
        assertThat(rejectOf("R1")).hasExactlyElementsOfTypes(RequestRejected.class);
        assertThat(openBuys()).isEqualTo("100");
    }

    @Test
    void aRejectOfAnOrderThatWasNeverAcknowledgedEndsIt() {
        rig.waits(6);

        assertThat(rejectOf("C1")).hasExactlyElementsOfTypes(OrderRejected.class);
    }

    private List<Event> rejectedStatusOf(String id) {
        return rig.reports(id, ExecType.ORDER_STATUS, OrdStatus.REJECTED, "0", "0");
    }

    private List<Event> rejectOf(String id) {
        return rig.reports(id, ExecType.REJECTED, OrdStatus.REJECTED, "0", "0");
    }

    private String openBuys() {
        return rig.router.exposures().openBuys(Scope.FIRM, AAPL).toPlainString();
    }
}
