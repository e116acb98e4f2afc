package io.sluice.core;

import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderState;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueReport;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** A cancel that named a lost replace is made again when the replace is settled. */
class CancelsAgainTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void aReplaceIsLost() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");
    }

    @AfterEach
    void replayAndSnapshotGiveTheSame() {
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
        assertThat(Router.restored(rig.policy, rig.router.state()).state())
                .isEqualTo(rig.router.state());
        assertThat(rig.journal).filteredOn(it -> it.event() instanceof ReplaceRequested).hasSize(1);
    }

    @Test
    void aCancelThatWaitedForTheVenueIsMadeAgain() {
        rig.tell(new VenueDown(ALPHA, "link lost"));
        rig.cancels("R1", "X1");
        rig.tell(new VenueUp(ALPHA));

        assertThat(isUnknown(newestCancel())).hasExactlyElementsOfTypes(CancelRequested.class);
        assertThat(rig.order("C1").isCancelPending()).isTrue();
        List<Event> events = rig.deniesForGood("R1");

        assertThat(events).hasExactlyElementsOfTypes(RequestRejected.class, CancelResumed.class);
        VenueClOrdId again = newestCancel();
        assertThat(((CancelResumed) events.getLast()).venueClOrdId()).isEqualTo(again);
        assertThat(rig.order("C1").linkOf(again).flatMap(Link::orig)).contains(rig.request("C1"));
        assertThat(rig.order("C1").linkOf(again).flatMap(Link::clOrdId))
                .contains(new ClOrdId("X1"));
        assertThat(canceled(again)).hasExactlyElementsOfTypes(OrderCanceled.class);
    }

    @Test
    void anOperatorsCancelIsMadeAgain() {
        rig.tell(new CancelByOperator(rig.order("C1").id(), "ann"));
        isUnknown(newestCancel());

        assertThat(rig.deniesForGood("R1"))
                .hasExactlyElementsOfTypes(RequestRejected.class, CancelResumed.class);
        canceled(newestCancel());
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.CANCELED);
    }

    @Test
    void aCancelIsMadeAgainAtOnceWhenTheReplaceIsSettledAlready() {
        rig.cancels("R1", "X1");
        rig.deniesForGood("R1");

        List<Event> events = isUnknown(newestCancel());

        assertThat(events).hasExactlyElementsOfTypes(CancelRequested.class);
        assertThat(((CancelRequested) events.getFirst()).deferred()).isFalse();
    }

    @Test
    void aCancelThatCrossedTheRefusalOfItsVersionIsMadeAgain() {
        rig.cancels("R1", "X1");
        refuses(rig.request("R1"), OrdStatus.NEW, false);

        assertThat(isUnknown(newestCancel())).hasExactlyElementsOfTypes(CancelRequested.class);
    }

    @Test
    void aCancelIsMadeAgainOnceForEachVersion() {
        rig.cancels("R1", "X1");
        rig.deniesForGood("R1");
        isUnknown(newestCancel());

        assertThat(isUnknown(newestCancel()))
                .hasAtLeastOneElementOfType(RequestRejected.class)
                .hasAtLeastOneElementOfType(InvariantViolated.class)
                .doesNotHaveAnyElementsOfTypes(CancelRequested.class);
        assertThat(rig.order("C1").isCancelPending()).isFalse();
    }

    @Test
    void aReplaceThatWasOnlyLateLetsTheCancelGo() {
        rig.cancels("R1", "X1");
        isUnknown(newestCancel());

        assertThat(rig.reports("R1", ExecType.REPLACED, OrdStatus.NEW, "0", "150"))
                .hasExactlyElementsOfTypes(OrderReplaced.class, CancelResumed.class);
        assertThat(rig.order("C1").linkOf(newestCancel()).flatMap(Link::orig))
                .contains(rig.request("R1"));
    }

    @Test
    void aReplaceThatTheVenueSpeaksOfLetsTheCancelGo() {
        rig.cancels("R1", "X1");
        isUnknown(newestCancel());

        assertThat(
                        rig.reports(
                                "R1",
                                ExecType.PENDING_REPLACE,
                                OrdStatus.PENDING_REPLACE,
                                "0",
                                "100"))
                .hasExactlyElementsOfTypes(OrderReported.class, CancelResumed.class);
    }

    @Test
    void aRefusalThatIsRepeatedSaysNothingNew() {
        rig.cancels("R1", "X1");
        VenueClOrdId first = newestCancel();
        isUnknown(first);

        assertThat(isUnknown(first)).isEmpty();
    }

    @Test
    void anOrderThatEndsMeanwhileAnswersTheCancel() {
        rig.cancels("R1", "X1");
        isUnknown(newestCancel());
        rig.reports("C1", ExecType.EXPIRED, OrdStatus.EXPIRED, "0", "0");

        assertThat(rig.order("C1").linkOf(newestCancel()).orElseThrow().isPending()).isFalse();
    }

    @Test
    void theVenueIsAskedAboutTheReplaceMeanwhile() {
        rig.cancels("R1", "X1");
        isUnknown(newestCancel());

        assertThat(rig.waits(6)).hasAtLeastOneElementOfType(StatusRequested.class);
        rig.fills("C1", "40", "187.50");
        assertThat(rig.journal).anyMatch(it -> it.event() instanceof OrderFilled);
    }

    private VenueClOrdId newestCancel() {
        return rig.order("C1").links().stream()
                .filter(link -> link.kind() == Link.Kind.CANCEL)
                .reduce((_, later) -> later)
                .flatMap(Link::venueClOrdId)
                .orElseThrow();
    }

    private List<Event> isUnknown(VenueClOrdId request) {
        return refuses(request, OrdStatus.REJECTED, true);
    }

    private List<Event> refuses(VenueClOrdId request, OrdStatus status, boolean unknown) {
        return rig.tell(
                new VenueReport.RequestRejected(
                        ALPHA, request, status, unknown, "no", CarriedFields.NONE));
    }

    private List<Event> canceled(VenueClOrdId request) {
        VenueReport.Reported report =
                rig.report("C1", ExecType.CANCELED, OrdStatus.CANCELED, "0", "0");
        return rig.tell(
                new VenueReport.Reported(
                        ALPHA, Rig.naming(report.execution(), request), Optional.empty()));
    }
}
