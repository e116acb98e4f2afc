package io.sluice.core;

import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Event;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderDoneForDay;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.OrderEvent.StatusKnown;
import io.sluice.order.OrderState;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Terms;
import io.sluice.order.TimeInForce;
import io.sluice.order.Trade;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueReport.MessageBounced;
import io.sluice.order.VenueReport.OrderUnknownToVenue;
import io.sluice.order.VenueReport.Reported;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class RouterReportsTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void anOrderIsRouted() {
        rig.buys("C1", "100", "187.50");
    }

    @Test
    void aReportOnNoOrderOfOursIsUnmatched() {
        Reported known = rig.report("C1", ExecType.NEW, OrdStatus.NEW, "0", "100");
        Reported elsewhere = new Reported(Fixtures.DELTA, known.execution(), Optional.empty());

        assertThat(rig.tell(elsewhere)).hasExactlyElementsOfTypes(ReportUnmatched.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.ROUTED);
    }

    @Test
    void anAcknowledgementIsBookedOnce() {
        Reported accepted = rig.report("C1", ExecType.NEW, OrdStatus.NEW, "0", "100");

        assertThat(rig.tell(accepted)).hasExactlyElementsOfTypes(OrderAccepted.class);
        assertThat(rig.tell(accepted)).isEmpty();
    }

    @Test
    void aSecondAcknowledgementIsRelayedAndChangesNothing() {
        rig.accepts("C1");

        assertThat(rig.accepts("C1")).hasExactlyElementsOfTypes(OrderReported.class);
    }

    @Test
    void aFillWithTheIdOfAnotherKindOfReportCounts() {
        Reported accepted = rig.report("C1", ExecType.NEW, OrdStatus.NEW, "0", "100");
        rig.tell(accepted);
        Reported fill = trade("C1", "40", "60", "40");

        rig.tell(withIdOf(accepted, fill));

        assertThat(rig.order("C1").cumQty()).isEqualTo(Qty.of("40"));
    }

    @Test
    void numbersThatDoNotFitAreBookedAsTheyCameAndSaid() {
        List<Event> events = rig.tell(trade("C1", "50", "50", "40"));

        assertThat(events)
                .hasExactlyElementsOfTypes(
                        OrderFilled.class,
                        InvariantViolated.class,
                        InvariantViolated.class,
                        InvariantViolated.class);
        assertThat(events.get(1))
                .isEqualTo(
                        new InvariantViolated(
                                rig.order("C1").id(), "CumQty(14) was 50, we booked 40"));
        assertThat(rig.order("C1").cumQty()).isEqualTo(Qty.of("40"));
        assertThat(((OrderFilled) events.getFirst()).execution().cumQty()).isEqualTo(Qty.of("50"));
    }

    @Test
    void moreThanWasOrderedIsBookedAndSaid() {
        assertThat(rig.fills("C1", "101", "187.50").getLast())
                .isEqualTo(
                        new InvariantViolated(
                                rig.order("C1").id(), "101 traded of an order for 100"));
        assertThat(rig.order("C1").cumQty()).isEqualTo(Qty.of("101"));
    }

    @Test
    void aTradeBeyondTheLimitIsBookedAndSaid() {
        assertThat(rig.fills("C1", "100", "187.51").getLast())
                .isEqualTo(
                        new InvariantViolated(
                                rig.order("C1").id(), "LastPx(31) was 187.51, beyond the limit"));
    }

    @Test
    void aTradeWithoutQuantityIsNotBooked() {
        Reported empty = rig.report("C1", ExecType.TRADE, OrdStatus.PARTIALLY_FILLED, "1", "99");

        assertThat(rig.tell(empty)).hasExactlyElementsOfTypes(ReportUnmatched.class);
    }

    @Test
    void aBustIsRelayedAndSaid() {
        rig.fills("C1", "100", "187.50");

        assertThat(rig.reports("C1", ExecType.TRADE_CANCEL, OrdStatus.CANCELED, "0", "0"))
                .hasExactlyElementsOfTypes(OrderReported.class, InvariantViolated.class);
    }

    @Test
    void aRejectOfAReplaceLeavesTheOrderInTheMarket() {
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");

        assertThat(rig.reports("R1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0"))
                .hasExactlyElementsOfTypes(RequestRejected.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
        assertThat(rig.order("C1").worstLeavesQty()).isEqualTo(Qty.of("100"));
    }

    @Test
    void aReplaceNobodyAskedForIsRelayedAndSaid() {
        rig.accepts("C1");

        assertThat(rig.reports("C1", ExecType.REPLACED, OrdStatus.NEW, "0", "50"))
                .hasExactlyElementsOfTypes(OrderReported.class, InvariantViolated.class);
        assertThat(rig.order("C1").worstLeavesQty()).isEqualTo(Qty.of("100"));
    }

    @Test
    void aReplaceWithoutAnAcknowledgementAcknowledgesTheOrder() {
        rig.replaces("C1", "R1", "150", "187.50");

        assertThat(rig.reports("R1", ExecType.REPLACED, OrdStatus.NEW, "0", "150"))
                .hasExactlyElementsOfTypes(OrderReplaced.class);
        assertThat(rig.order("C1").isAcknowledged()).isTrue();
    }

    @Test
    void anOrderThatIsGoodTillCanceledIsNotOverWhenTheDayIs() {
        Terms day = Fixtures.limit(Side.BUY, "100", "AAPL", "187.50");
        Terms good =
                new Terms(
                        day.account(),
                        day.symbol(),
                        day.side(),
                        day.orderType(),
                        day.qty(),
                        day.price(),
                        TimeInForce.GOOD_TILL_CANCEL,
                        Optional.empty());
        rig.places("G1", good);

        assertThat(rig.reports("G1", ExecType.DONE_FOR_DAY, OrdStatus.DONE_FOR_DAY, "0", "100"))
                .hasExactlyElementsOfTypes(OrderReported.class);
        assertThat(rig.reports("C1", ExecType.DONE_FOR_DAY, OrdStatus.DONE_FOR_DAY, "0", "100"))
                .hasExactlyElementsOfTypes(OrderDoneForDay.class);
        assertThat(rig.order("G1").worstLeavesQty()).isEqualTo(Qty.of("100"));
    }

    @Test
    void quantitiesAreNeverTakenFromAStatus() {
        List<Event> events =
                rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.PARTIALLY_FILLED, "30", "70");

        assertThat(events)
                .hasExactlyElementsOfTypes(
                        StatusKnown.class, InvariantViolated.class, OrderAccepted.class);
        OrderAccepted accepted = (OrderAccepted) events.getLast();
        assertThat(accepted.execution().cumQty()).isEqualTo(Qty.ZERO);
        assertThat(accepted.execution().ordStatus()).isEqualTo(OrdStatus.NEW);
        assertThat(rig.order("C1").cumQty()).isEqualTo(Qty.ZERO);
    }

    @Test
    void anEndThatAStatusShowsIsNotBelievedWhileFillsAreMissing() {
        rig.accepts("C1");

        assertThat(rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.CANCELED, "30", "0"))
                .hasExactlyElementsOfTypes(StatusKnown.class, InvariantViolated.class);
        assertThat(rig.order("C1").worstLeavesQty()).isEqualTo(Qty.of("100"));
    }

    @Test
    void anEndThatAStatusShowsAnswersTheCancel() {
        rig.accepts("C1");
        rig.cancels("C1", "X1");

        List<Event> events = rig.reports("C1", ExecType.ORDER_STATUS, OrdStatus.CANCELED, "0", "0");

        assertThat(events).hasExactlyElementsOfTypes(StatusKnown.class, OrderCanceled.class);
        OrderCanceled canceled = (OrderCanceled) events.getLast();
        assertThat(canceled.execution().request()).isEqualTo(rig.request("X1"));
        assertThat(canceled.execution().venueExecId()).isEmpty();
    }

    @Test
    void aBouncedReplaceLeavesTheOrderAsItWas() {
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");

        List<Event> events = rig.tell(new MessageBounced(ALPHA, rig.request("R1"), "bad tag"));

        assertThat(events).hasExactlyElementsOfTypes(RequestRejected.class);
        assertThat(((RequestRejected) events.getFirst()).ordStatus()).isEqualTo(OrdStatus.NEW);
    }

    @Test
    void aBounceAfterTheAcknowledgementEndsNothing() {
        rig.accepts("C1");

        assertThat(rig.tell(new MessageBounced(ALPHA, rig.request("C1"), "bad tag")))
                .hasExactlyElementsOfTypes(ReportUnmatched.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.WORKING);
    }

    @Test
    void anOrderPendingAtTheVenueIsNotTakenAsNeverSent() {
        rig.reports("C1", ExecType.PENDING_NEW, OrdStatus.PENDING_NEW, "0", "100");

        assertThat(rig.tell(new OrderUnknownToVenue(ALPHA, rig.request("C1"), "unknown")))
                .hasExactlyElementsOfTypes(ReportUnmatched.class);
        assertThat(rig.order("C1").isFinal()).isFalse();
    }

    @Test
    void anOrderTakenAsNeverSentThatTradesIsBookedAndSaid() {
        rig.deniesForGood("C1");

        List<Event> events = rig.fills("C1", "100", "187.50");

        assertThat(events).hasExactlyElementsOfTypes(OrderFilled.class, InvariantViolated.class);
        assertThat(rig.order("C1").state()).isEqualTo(OrderState.FILLED);
    }

    private Reported trade(String id, String cum, String leaves, String lastQty) {
        Reported report = rig.report(id, ExecType.TRADE, OrdStatus.PARTIALLY_FILLED, cum, leaves);
        Trade trade = new Trade(Qty.of(lastQty), Price.of("187.50"));
        return new Reported(report.venue(), report.execution(), Optional.of(trade));
    }

    private static Reported withIdOf(Reported other, Reported report) {
        return new Reported(
                report.venue(),
                new VenueExecution(
                        other.execution().venueExecId(),
                        report.execution().venueOrderId(),
                        report.execution().request(),
                        report.execution().execType(),
                        report.execution().ordStatus(),
                        report.execution().cumQty(),
                        report.execution().leavesQty(),
                        report.execution().avgPx(),
                        report.execution().text(),
                        report.execution().carried()),
                report.trade());
    }
}
