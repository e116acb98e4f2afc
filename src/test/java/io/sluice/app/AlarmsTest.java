package io.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.sluice.core.Fixtures;
import io.sluice.core.Now;
import io.sluice.core.Router;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.NewOrder;
import io.sluice.order.Event;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.Input;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderId;
import io.sluice.order.Side;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueReport.MessageBounced;
import io.sluice.order.VenueReport.VenueUp;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Set;

@Isolated
class AlarmsTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(Alarms.class);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final Router router = new Router(Fixtures.policy(Fixtures.wide()));

    @BeforeEach
    void listen() {
        written.start();
        log.addAppender(written);
        tell(new Input.Started("T", 1));
        tell(new VenueUp(Fixtures.ALPHA));
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(written);
    }

    @Test
    void aReportThatFitsNoOrderIsAnAlarm() {
        hear(
                new ReportUnmatched(
                        new MessageBounced(Fixtures.ALPHA, new VenueClOrdId("V77"), "no such"),
                        "No order at ALPHA has the id V77"));

        assertThat(only())
                .startsWith("ALARM: a report of ALPHA fits no order and was not booked: ")
                .contains("No order at ALPHA has the id V77", "MessageBounced");
    }

    @Test
    void aReportThatDoesNotFitItsOrderIsAnAlarm() {
        Order order = openOrder();

        hear(new InvariantViolated(order.id(), "CumQty(14) was 300"));

        assertThat(only())
                .isEqualTo(
                        ("ALARM: a report on order %s does not fit it: CumQty(14) was 300"
                                        + " (OMS OMS44, ClOrdID(11) C1, venue ALPHA)")
                                .formatted(order.id()));
    }

    @Test
    void anAlarmOnAnOrderThatIsNotInTheBookIsToldToo() {
        hear(new InvariantViolated(new OrderId("O9"), "odd"));

        assertThat(only()).contains("order O9", "an order that is not in the book");
    }

    @Test
    void whatHappensEveryDayIsNoAlarm() {
        openOrder();

        assertThat(written.list).isEmpty();
    }

    @Test
    void anOpenOrderWhoseVenueIsGoneIsAnAlarm() {
        Order order = openOrder();

        Alarms.ofOrphans(router.orders(), Set.of(Fixtures.ALPHA));
        assertThat(written.list).isEmpty();

        Alarms.ofOrphans(router.orders(), Set.of(Fixtures.DELTA));
        assertThat(only())
                .startsWith("ALARM: order " + order.id() + " is open at ALPHA, which is not")
                .contains("OMS OMS44", "C1");
    }

    private String only() {
        assertThat(written.list).hasSize(1);
        assertThat(written.list.getFirst().getLevel()).isEqualTo(Level.ERROR);
        return written.list.getFirst().getFormattedMessage();
    }

    private Order openOrder() {
        tell(
                new NewOrder(
                        Fixtures.OMS,
                        new ClOrdId("C1"),
                        Fixtures.limit(Side.BUY, "100", "AAPL", "187.50"),
                        CarriedFields.NONE));
        return List.copyOf(router.orders().open()).getFirst();
    }

    private void tell(Input input) {
        for (Event event : router.decide(input, Now.at(Fixtures.MORNING))) {
            router.apply(event, Fixtures.MORNING);
            hear(event);
        }
    }

    private void hear(Event event) {
        new Alarms().on(event, router.orders(), Fixtures.MORNING);
    }
}
