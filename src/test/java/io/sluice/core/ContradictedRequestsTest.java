package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;
import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusDenied;
import io.sluice.order.OrderEvent.StatusKnown;
import io.sluice.order.OrderState;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** A venue that finds orders by its own id answers for the version that it has. */
class ContradictedRequestsTest {

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
    void aReplaceThatTheStatusDoesNotShowIsLostWhenItIsSaidAgain() {
        rig.replaces("C1", "R1", "150", "187.50");
        rig.waits(6);

        assertThat(status(OrdStatus.NEW, "0", "100"))
                .hasExactlyElementsOfTypes(StatusKnown.class, StatusDenied.class);
        rig.waits(6);
        assertThat(status(OrdStatus.NEW, "0", "100"))
                .hasExactlyElementsOfTypes(StatusKnown.class, RequestRejected.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
        assertThat(openBuys()).isEqualTo("100");
        assertThat(rig.waits(120)).isEmpty();
    }

    @Test
    void aFullOrderEndsWhenItsLostReplaceIsSettled() {
        rig.replaces("C1", "R1", "150", "187.50");
        rig.fills("C1", "100", "187.50");
        assertThat(openBuys()).isEqualTo("50");
        rig.waits(6);

        status(OrdStatus.FILLED, "100", "0");
        rig.waits(6);
        status(OrdStatus.FILLED, "100", "0");

        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
        assertThat(openBuys()).isEqualTo("0");
    }

    @Test
    void aReplaceThatIsPendingThereIsNotLost() {
        rig.replaces("C1", "R1", "150", "187.50");
        for (int i = 0; i < 4; i++) {
            rig.waits(62);
            assertThat(status(OrdStatus.PENDING_REPLACE, "0", "100"))
                    .hasExactlyElementsOfTypes(StatusKnown.class);
        }
        assertThat(openBuys()).isEqualTo("150");
    }

    @Test
    void aStatusThatNamesTheReplaceSaysNothingAgainstIt() {
        rig.replaces("C1", "R1", "150", "187.50");
        for (int i = 0; i < 4; i++) {
            rig.waits(62);
            assertThat(rig.reports("R1", ExecType.ORDER_STATUS, OrdStatus.NEW, "0", "100"))
                    .hasExactlyElementsOfTypes(StatusKnown.class);
        }
        assertThat(openBuys()).isEqualTo("150");
    }

    @Test
    void aCancelLostWithTheNumberingIsRefusedInTheEnd() {
        rig.cancels("C1", "X1");
        rig.tell(new VenueDown(ALPHA, "link lost"));
        rig.tell(new VenueUp(ALPHA));

        assertThat(status(OrdStatus.NEW, "0", "100"))
                .hasExactlyElementsOfTypes(StatusKnown.class, StatusDenied.class);
        rig.waits(6);
        List<Event> events = status(OrdStatus.NEW, "0", "100");

        assertThat(events).hasExactlyElementsOfTypes(StatusKnown.class, RequestRejected.class);
        assertThat(((RequestRejected) events.getLast()).ordStatus()).isEqualTo(OrdStatus.NEW);
        assertThat(rig.order("C1").isCancelPending()).isFalse();
    }

    @Test
    void aCancelThatIsPendingThereIsNotLost() {
        rig.cancels("C1", "X1");
        for (int i = 0; i < 4; i++) {
            rig.waits(62);
            assertThat(status(OrdStatus.PENDING_CANCEL, "0", "100"))
                    .hasExactlyElementsOfTypes(StatusKnown.class);
        }
        assertThat(rig.order("C1").isCancelPending()).isTrue();
    }

    @Test
    void aPendingReportBetweenTwoDenialsTakesTheFirstBack() {
        rig.cancels("C1", "X1");
        status(OrdStatus.NEW, "0", "100");
        rig.waits(6);
        rig.reports("X1", ExecType.PENDING_CANCEL, OrdStatus.PENDING_CANCEL, "0", "100");

        assertThat(status(OrdStatus.NEW, "0", "100")).hasExactlyElementsOfTypes(StatusKnown.class);
    }

    private List<Event> status(OrdStatus status, String cum, String leaves) {
        return rig.reports("C1", ExecType.ORDER_STATUS, status, cum, leaves);
    }

    private String openBuys() {
        return rig.router.exposures().openBuys(Scope.FIRM, AAPL).toPlainString();
    }
}
