package io.sluice.adapter.fix.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.OrderStory;
import io.sluice.core.Fixtures;
import io.sluice.order.Order;
import io.sluice.order.Side;
import io.sluice.order.Terms;
import io.sluice.order.VenueClOrdId;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class BrokerMessagesTest {

    private static final Terms TERMS = Fixtures.limit(Side.BUY, "100", "AAPL", "187.50");
    private static final String CARRIED =
            "55=AAPL|54=1|38=100|40=2|44=187.50|7001=1|7002=a|5001=x|1=ACC1|";

    private final BrokerMessages messages =
            new BrokerMessages(symbol -> symbol.equals("AAPL") ? "AAPL.N" : symbol);

    @Test
    void anOrderGoesAsTheOmsWroteItUnderOurId() {
        Order order = story().order();

        assertThat(OrderStory.body(messages.newOrder(order, new VenueClOrdId("S1"))))
                .isEqualTo("11=S1|" + CARRIED.replace("55=AAPL|", "55=AAPL.N|"));
    }

    @Test
    void aReplaceNamesTheVersionBeforeItAndTheVenuesOrder() {
        Order order = story().accepted().replaceAsked("C2", "S2", TERMS).order();

        assertThat(
                        OrderStory.body(
                                messages.replace(
                                        order,
                                        order.linkOf(new VenueClOrdId("S2")).orElseThrow(),
                                        new VenueClOrdId("S1"))))
                .isEqualTo("41=S1|37=V1|11=S2|5002=replaced|");
    }

    @Test
    void anOperatorsCancelHasTheFieldsOfTheOrder() {
        Order order = story().accepted().cancelAsked(Optional.empty(), "S2").order();

        assertThat(
                        OrderStory.body(
                                messages.cancel(
                                        order,
                                        order.linkOf(new VenueClOrdId("S2")).orElseThrow(),
                                        new VenueClOrdId("S1"),
                                        OrderStory.NOW)))
                .isEqualTo(
                        "41=S1|37=V1|11=S2|1=ACC1|55=AAPL.N|54=1|38=100"
                                + "|60=20260302-09:00:00.000|");
    }

    @Test
    void anOrderThatWasNotAcknowledgedIsAskedAboutByOurIdAlone() {
        assertThat(OrderStory.body(messages.status(story().order(), new VenueClOrdId("S1"))))
                .isEqualTo("11=S1|1=ACC1|55=AAPL.N|54=1|");
    }

    private static OrderStory story() {
        return new OrderStory(TERMS, CARRIED).routed();
    }
}
