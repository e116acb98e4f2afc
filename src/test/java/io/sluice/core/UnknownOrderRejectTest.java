package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;
import static io.sluice.core.Fixtures.ALPHA;
import static io.sluice.core.Fixtures.MORNING;
import static io.sluice.core.Fixtures.OMS;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.CancelOrder;
import io.sluice.order.Command.NewOrder;
import io.sluice.order.Command.ReplaceOrder;
import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.Input;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/**
 * An OrderCancelReject(9) with CxlRejReason(102) 1 says OrdStatus(39) 8 of an order that the venue
 * cannot find. That is no word on the order as the OMS knows it.
 */
class UnknownOrderRejectTest {

    private final Router router = new Router(Fixtures.policy(Fixtures.wide()));

    @BeforeEach
    void anOrderIsRouted() {
        tell(new Input.Started("T", 1));
        tell(new VenueReport.VenueUp(ALPHA));
        tell(
                new NewOrder(
                        OMS,
                        new ClOrdId("C1"),
                        Fixtures.limit(Side.BUY, "100", AAPL.value(), "187.50"),
                        CarriedFields.NONE));
    }

    @Test
    void anOrderThatWasNeverAcknowledgedStaysPending() {
        cancel("C1", "X1");

        assertThat(rejection(rejectedAsUnknown("X1")).ordStatus()).isEqualTo(OrdStatus.PENDING_NEW);
    }

    @Test
    void aCancelOfAReplaceTheVenueNeverGotIsNotRefused() {
        accept();
        replace("C1", "R1");
        cancel("R1", "X1");

        List<Event> events = rejectedAsUnknown("X1");

        assertThat(events).hasExactlyElementsOfTypes(CancelRequested.class);
        Order order = router.orders().find(OMS, new ClOrdId("C1")).orElseThrow();
        assertThat(order.ordStatus()).isEqualTo(OrdStatus.PENDING_CANCEL);
    }

    @Test
    void aVenueThatForgotAnAcknowledgedOrderIsAnAlarm() {
        accept();
        cancel("C1", "X1");

        List<Event> events = rejectedAsUnknown("X1");

        assertThat(rejection(events).ordStatus()).isEqualTo(OrdStatus.NEW);
        assertThat(events).anyMatch(InvariantViolated.class::isInstance);
    }

    private static RequestRejected rejection(List<Event> events) {
        return (RequestRejected) events.getFirst();
    }

    private List<Event> rejectedAsUnknown(String clOrdId) {
        return tell(
                new VenueReport.RequestRejected(
                        ALPHA,
                        request(clOrdId),
                        OrdStatus.REJECTED,
                        true,
                        "Unknown order",
                        CarriedFields.NONE));
    }

    private void accept() {
        tell(
                new VenueReport.Reported(
                        ALPHA,
                        new VenueExecution(
                                Optional.of(new VenueExecId("E1")),
                                Optional.of(new VenueOrderId("V1")),
                                request("C1"),
                                ExecType.NEW,
                                OrdStatus.NEW,
                                Qty.ZERO,
                                Qty.of("100"),
                                Price.ZERO,
                                "",
                                CarriedFields.NONE),
                        Optional.empty()));
    }

    private void cancel(String orig, String id) {
        tell(new CancelOrder(OMS, new ClOrdId(id), new ClOrdId(orig), CarriedFields.NONE));
    }

    private void replace(String orig, String id) {
        tell(
                new ReplaceOrder(
                        OMS,
                        new ClOrdId(id),
                        new ClOrdId(orig),
                        Fixtures.limit(Side.BUY, "200", AAPL.value(), "187.50"),
                        CarriedFields.NONE));
    }

    private VenueClOrdId request(String clOrdId) {
        ClOrdId id = new ClOrdId(clOrdId);
        Order order = router.orders().find(OMS, id).orElseThrow();
        return order.links().stream()
                .filter(link -> link.clOrdId().equals(Optional.of(id)))
                .findFirst()
                .flatMap(link -> link.venueClOrdId())
                .orElseThrow();
    }

    private List<Event> tell(Input input) {
        List<Event> events = router.decide(input, Now.at(MORNING));
        events.forEach(event -> router.apply(event, MORNING));
        return events;
    }
}
