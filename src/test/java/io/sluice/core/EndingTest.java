package io.sluice.core;

import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.CarriedFields;
import io.sluice.order.Command.StopUnsent;
import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderExpired;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderState;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueReport.MessageBounced;
import io.sluice.order.VenueReport.Reported;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** No request is left without an answer when its order ends. */
class EndingTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void anOrderIsRouted() {
        rig.buys("C1", "100", "187.50");
    }

    @Test
    void aCancelThatNeverLeftIsAnsweredWhenTheOrderEnds() {
        rig.accepts("C1");
        rig.tell(new VenueDown(ALPHA, "link lost"));
        rig.cancels("C1", "X1");

        List<Event> events = rig.reports("C1", ExecType.EXPIRED, OrdStatus.EXPIRED, "0", "0");

        assertThat(events).hasExactlyElementsOfTypes(OrderExpired.class, RequestRejected.class);
        RequestRejected refused = (RequestRejected) events.getLast();
        assertThat(refused.venueClOrdId()).isEqualTo(rig.request("X1"));
        assertThat(refused.text()).startsWith("TOO_LATE");
        assertThat(rig.tell(new VenueUp(ALPHA))).hasSize(1);
    }

    @Test
    void aCancelThatLeftIsAnsweredByTheVenue() {
        rig.accepts("C1");
        rig.cancels("C1", "X1");

        assertThat(rig.reports("C1", ExecType.EXPIRED, OrdStatus.EXPIRED, "0", "0"))
                .hasExactlyElementsOfTypes(OrderExpired.class);
    }

    @Test
    void anOrderThatWasKeptBackTakesItsRequestsWithIt() {
        rig.replaces("C1", "R1", "150", "187.50");
        rig.cancels("R1", "X1");

        assertThat(rig.tell(new StopUnsent(rig.request("C1"), "blocked")))
                .hasExactlyElementsOfTypes(
                        OrderNotSent.class, ReplaceNotSent.class, RequestRejected.class);
        assertThat(rig.tell(new StopUnsent(rig.request("R1"), "blocked"))).isEmpty();
    }

    @Test
    void aCancelThatIsThrownBackAfterTheEndIsAnswered() {
        rig.accepts("C1");
        rig.cancels("C1", "X1");
        rig.fills("C1", "100", "187.50");

        List<Event> events = rig.tell(new MessageBounced(ALPHA, rig.request("X1"), "bad tag"));

        assertThat(events).hasExactlyElementsOfTypes(RequestRejected.class);
        assertThat(((RequestRejected) events.getFirst()).ordStatus()).isEqualTo(OrdStatus.FILLED);
        assertThat(rig.tell(new MessageBounced(ALPHA, rig.request("X1"), "bad tag"))).isEmpty();
    }

    @Test
    void aReplaceThatIsDeniedAfterTheEndLeavesTheOrderKnown() {
        rig.accepts("C1");
        rig.replaces("C1", "R1", "100", "187.60");
        rig.fills("C1", "100", "187.50");

        rig.denies("R1");

        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
        assertThat(rig.order("C1").unknown()).isEmpty();
    }

    @Test
    void whatAStatusShowedIsToldInOurOwnWords() {
        rig.accepts("C1");
        rig.cancels("C1", "X1");
        rig.fills("C1", "30", "187.50");
        Reported status = rig.report("C1", ExecType.ORDER_STATUS, OrdStatus.CANCELED, "30", "0");
        VenueExecution it = status.execution();
        VenueExecution withFields =
                new VenueExecution(
                        it.venueExecId(),
                        it.venueOrderId(),
                        it.request(),
                        it.execType(),
                        it.ordStatus(),
                        it.cumQty(),
                        it.leavesQty(),
                        it.avgPx(),
                        it.text(),
                        new CarriedFields("150=I\u000139=4\u000114=30\u0001"));

        List<Event> events = rig.tell(new Reported(status.venue(), withFields, status.trade()));

        OrderCanceled canceled = (OrderCanceled) events.getLast();
        assertThat(canceled.execution().carried()).isEqualTo(CarriedFields.NONE);
        assertThat(canceled.execution().execType()).isEqualTo(ExecType.CANCELED);
        assertThat(canceled.execution().cumQty()).hasToString("30");
    }

    @Test
    void aStatusIsToldWithWhatWeBooked() {
        List<Event> events =
                rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.PENDING_CANCEL, "0", "100");

        assertThat(events.getLast().toString()).contains("PENDING_CANCEL", "leavesQty=100");
    }
}
