package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;
import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.CarriedFields;
import io.sluice.order.Event;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.OrderRejected;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderState;
import io.sluice.order.VenueReport;
import io.sluice.order.VenueReport.Reported;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** A refused request never ends its order, however often and in whatever words it is refused. */
class RefusalsTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void anOrderWorks() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");
    }

    @Test
    void aRefusalThatIsRepeatedSaysNothingNew() {
        rig.cancels("C1", "X1");
        Reported refusal = rig.report("X1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0");

        assertThat(rig.tell(refusal)).hasExactlyElementsOfTypes(RequestRejected.class);
        assertThat(rig.tell(refusal)).isEmpty();
        assertThat(rig.reports("X1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0")).isEmpty();
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
        assertThat(rig.router.state().orders().getFirst().booked())
                .extracting(Booked::id)
                .contains(refusal.execution().venueExecId());
    }

    @Test
    void aRejectAfterACancelRejectSaysNothingNew() {
        rig.replaces("C1", "R1", "150", "187.50");
        rejects("R1", OrdStatus.NEW);

        assertThat(rig.reports("R1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0")).isEmpty();
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
    }

    @Test
    void aRejectOfAnAcceptedReplaceEndsNothing() {
        rig.replaces("C1", "R1", "150", "187.50");
        rig.reports("R1", ExecType.REPLACED, OrdStatus.NEW, "0", "150");

        assertThat(rig.reports("R1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0"))
                .hasExactlyElementsOfTypes(ReportUnmatched.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
    }

    @Test
    void theAnswerToADuplicateEndsNothing() {
        assertThat(rig.reports("C1", ExecType.REJECTED, OrdStatus.NEW, "0", "100"))
                .hasExactlyElementsOfTypes(OrderReported.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
    }

    @Test
    void aRejectOfTheOrderItselfEndsIt() {
        assertThat(rig.reports("C1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0"))
                .hasExactlyElementsOfTypes(OrderRejected.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.REJECTED);
    }

    @Test
    void aRefusalThatSaysTheOrderIsOverIsLookedInto() {
        rig.cancels("C1", "X1");

        assertThat(rejects("X1", OrdStatus.CANCELED))
                .hasExactlyElementsOfTypes(
                        RequestRejected.class, OrderUnknown.class, StatusRequested.class);
        assertThat(rig.waits(60)).hasAtLeastOneElementOfType(StatusRequested.class);

        rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.CANCELED, "0", "0");
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.CANCELED);
        assertThat(rig.waits(60)).isEmpty();
    }

    @Test
    void anOlderReplaceGoesWithTheNewerOne() {
        rig.replaces("C1", "R1", "200", "187.50");
        rig.replaces("R1", "R2", "150", "187.50");

        rig.reports("R2", ExecType.REPLACED, OrdStatus.NEW, "0", "150");

        assertThat(openBuys()).isEqualTo("150");
        assertThat(rig.order("C1").isReplacePending()).isFalse();
        assertThat(rejects("R1", OrdStatus.NEW)).hasExactlyElementsOfTypes(RequestRejected.class);
        assertThat(openBuys()).isEqualTo("150");
    }

    @Test
    void aTradeThatTakesTheRestFromTheMarketEndsTheOrder() {
        rig.tell(rig.trade("C1", OrdStatus.CANCELED, "40", "0", "40"));

        assertThat(rig.order("C1").state()).isEqualTo(OrderState.CANCELED);
        assertThat(rig.order("C1").cumQty()).hasToString("40");
        assertThat(openBuys()).isEqualTo("0");
    }

    private List<Event> rejects(String id, OrdStatus status) {
        return rig.tell(
                new VenueReport.RequestRejected(
                        ALPHA, rig.request(id), status, false, "no", CarriedFields.NONE));
    }

    private String openBuys() {
        return rig.router.exposures().openBuys(Scope.FIRM, AAPL).toPlainString();
    }
}
