package io.sluice.core;

import static io.sluice.core.Fixtures.ALPHA;
import static io.sluice.core.Fixtures.OMS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.Command.GiveUp;
import io.sluice.order.Command.InvalidOrder;
import io.sluice.order.Command.InvalidRequest;
import io.sluice.order.Command.NewOrder;
import io.sluice.order.Command.StopUnsent;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.Event.OperatorRefused;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.Input;
import io.sluice.order.Link;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderNotSent;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.ReplaceNotSent;
import io.sluice.order.OrderId;
import io.sluice.order.OrderState;
import io.sluice.order.Side;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class RouterCommandsTest {

    private static final Denial FAILED = Denial.of(DenialCode.JOURNAL_FAILED, "disk");

    private final Rig rig = new Rig();

    @Test
    void anOrderIsReceivedAndRouted() {
        List<Event> events = rig.buys("C1", "100", "187.50");

        assertThat(events).hasExactlyElementsOfTypes(OrderReceived.class, OrderRouted.class);
        OrderRouted routed = (OrderRouted) events.get(1);
        assertThat(routed.venue()).isEqualTo(ALPHA);
        assertThat(routed.rule()).isEqualTo("equities");
        assertThat(routed.checks()).hasSize(13);
    }

    @Test
    void theIdsOfOneDecisionDiffer() {
        rig.buys("C1", "100", "187.50");
        rig.buys("C2", "100", "187.50");

        assertThat(
                        List.of(
                                rig.order("C1").id().value(),
                                rig.request("C1").value(),
                                rig.order("C2").id().value(),
                                rig.request("C2").value()))
                .containsExactly(
                        "T000000100000001",
                        "T000000100000002",
                        "T000000100000003",
                        "T000000100000004");
    }

    @Test
    void decidingChangesNothing() {
        RouterState before = rig.router.state();

        rig.router.decide(order("C1"), Now.at(rig.now));

        assertThat(rig.router.state()).isEqualTo(before);
    }

    @Test
    void withoutAJournalNewOrdersAreDenied() {
        List<Event> events = rig.tell(order("C1"), new Now(rig.now, Optional.of(FAILED)));

        assertThat(events).hasExactlyElementsOfTypes(OrderReceived.class, OrderDenied.class);
        assertThat(((OrderDenied) events.get(1)).denial()).isEqualTo(FAILED);
    }

    @Test
    void withoutAJournalCancelsPass() {
        rig.buys("C1", "100", "187.50");

        List<Event> events =
                rig.tell(
                        new CancelByOperator(rig.order("C1").id(), "ann"),
                        new Now(rig.now, Optional.of(FAILED)));

        assertThat(events).hasExactlyElementsOfTypes(CancelRequested.class);
    }

    @Test
    void anOperatorHearsWhyACancelIsRefused() {
        rig.buys("C1", "100", "187.50");
        rig.fills("C1", "100", "187.50");

        assertThat(operatorCancels(rig.order("C1").id())).isEqualTo(DenialCode.TOO_LATE);
        assertThat(operatorCancels(new OrderId("NONE"))).isEqualTo(DenialCode.UNKNOWN_ORDER);
    }

    @Test
    void anOrderThatWasKeptBackEndsAndFreesItsExposure() {
        rig.buys("C1", "100", "187.50");

        List<Event> events = rig.tell(new StopUnsent(rig.request("C1"), "blocked"));

        assertThat(events).hasExactlyElementsOfTypes(OrderNotSent.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.DENIED);
        assertThat(rig.router.exposures().openBuys(Scope.FIRM, Fixtures.AAPL)).isZero();
        assertThat(rig.tell(new StopUnsent(rig.request("C1"), "blocked"))).isEmpty();
    }

    @Test
    void aReplaceThatWasKeptBackLeavesTheOrderAsItWas() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");

        List<Event> events = rig.tell(new StopUnsent(rig.request("R1"), "blocked"));

        assertThat(events).hasExactlyElementsOfTypes(ReplaceNotSent.class);
        assertThat(rig.order("C1").worstLeavesQty()).hasToString("100");
    }

    @Test
    void anAcknowledgedOrderCannotHaveBeenKeptBack() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");

        assertThat(rig.tell(new StopUnsent(rig.request("C1"), "blocked")))
                .hasExactlyElementsOfTypes(InvariantViolated.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
    }

    @Test
    void anIdThatNobodyGaveCannotBeStopped() {
        assertThatThrownBy(() -> rig.tell(new StopUnsent(new VenueClOrdId("X"), "blocked")))
                .hasMessageContaining("No such request");
    }

    @Test
    void anOrderTheRouterFailedOnEnds() {
        rig.buys("C1", "100", "187.50");

        List<Event> events = rig.tell(new GiveUp(rig.order("C1").id(), "no such tag"));

        assertThat(events).hasExactlyElementsOfTypes(OrderNotSent.class);
        assertThat(((OrderNotSent) events.getFirst()).denial().code())
                .isEqualTo(DenialCode.INTERNAL_ERROR);
    }

    @Test
    void anAcknowledgedOrderIsNotGivenUp() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");

        assertThat(rig.tell(new GiveUp(rig.order("C1").id(), "no such tag")))
                .hasExactlyElementsOfTypes(InvariantViolated.class);
    }

    @Test
    void anOrderThatCannotBeReadIsRefusedAndItsIdIsUsed() {
        Denial denial = Denial.of(DenialCode.UNSUPPORTED, "OrdType(40) was K");
        InvalidOrder order = new InvalidOrder(OMS, new ClOrdId("C1"), denial, CarriedFields.NONE);

        assertThat(rig.tell(order)).hasExactlyElementsOfTypes(InvalidOrderRefused.class);
        assertThat(rig.tell(order)).hasExactlyElementsOfTypes(Event.DuplicateRefused.class);
        assertThat(rig.router.orders().find(OMS, new ClOrdId("C1"))).isEmpty();
    }

    @Test
    void aRequestThatCannotBeReadIsRefusedAndNamesItsOrder() {
        rig.buys("C1", "100", "187.50");
        Denial denial = Denial.of(DenialCode.UNSUPPORTED, "OrdType(40) was K");

        List<Event> events =
                rig.tell(
                        new InvalidRequest(
                                OMS,
                                Link.Kind.REPLACE,
                                new ClOrdId("R1"),
                                new ClOrdId("C1"),
                                denial));

        RequestRefused refused = (RequestRefused) events.getFirst();
        assertThat(refused.orderId()).contains(rig.order("C1").id());
        assertThat(refused.denial()).isEqualTo(denial);
    }

    @Test
    void aCancelAtAVenueThatIsDownIsDeferred() {
        rig.buys("C1", "100", "187.50");
        rig.tell(new VenueDown(ALPHA, "link lost"));

        CancelRequested cancel = (CancelRequested) rig.cancels("C1", "X1").getFirst();

        assertThat(cancel.deferred()).isTrue();
    }

    @Test
    void anEpochIsHigherThanTheOneBefore() {
        assertThatThrownBy(() -> rig.tell(new Input.Started("T", 1)))
                .hasMessageContaining("Epoch must be above 1");
    }

    @Test
    void beforeTheStartNothingIsDecided() {
        Router router = new Router(rig.policy);

        assertThatThrownBy(() -> router.decide(order("C1"), Now.at(rig.now)))
                .hasMessageContaining("has not started");
    }

    private DenialCode operatorCancels(OrderId id) {
        Event event = rig.tell(new CancelByOperator(id, "ann")).getFirst();
        return ((OperatorRefused) event).denial().code();
    }

    private static NewOrder order(String id) {
        return new NewOrder(
                OMS,
                new ClOrdId(id),
                Fixtures.limit(Side.BUY, "100", "AAPL", "187.50"),
                CarriedFields.NONE);
    }
}
