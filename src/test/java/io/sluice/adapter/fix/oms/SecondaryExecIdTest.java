package io.sluice.adapter.fix.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.adapter.fix.Tags;
import io.sluice.core.Fixtures;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueOrderId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SecondaryExecIdTest {

    private static final OrderId ID = new OrderId("O1");
    private static final Optional<VenueExecId> BROKERS = Optional.of(new VenueExecId("B7"));

    private final Order order =
            Order.received(
                            new OrderReceived(
                                    ID,
                                    Fixtures.OMS,
                                    new ClOrdId("C1"),
                                    Fixtures.limit(Side.BUY, "100", "AAPL", "187.50"),
                                    CarriedFields.NONE),
                            Fixtures.MORNING)
                    .after(
                            new OrderRouted(
                                    ID, Fixtures.ALPHA, new VenueClOrdId("V1"), "all", List.of()),
                            Fixtures.MORNING);

    @Test
    void aRelayedReportNamesTheBrokersExecId() {
        FixFields told = relayed(BROKERS, "17=B7\u0001150=0\u000139=0\u0001");

        assertThat(told.find(Tags.EXEC_ID)).contains("E1");
        assertThat(told.find(Tags.SECONDARY_EXEC_ID)).contains("B7");
    }

    @Test
    void whatTheBrokerSaysInTheFieldItselfStays() {
        FixFields told = relayed(BROKERS, "17=B7\u0001527=OTHER\u0001");

        assertThat(told.all().stream().filter(field -> field.tag() == Tags.SECONDARY_EXEC_ID))
                .containsExactly(new FixFields.Field(Tags.SECONDARY_EXEC_ID, "OTHER"));
    }

    @Test
    void aReportThatWeMadeOfAStatusHasNone() {
        assertThat(relayed(Optional.empty(), "").has(Tags.SECONDARY_EXEC_ID)).isFalse();
    }

    private FixFields relayed(Optional<VenueExecId> venueExecId, String carried) {
        Execution execution =
                new Execution(
                        new ExecId("E1"),
                        venueExecId,
                        Optional.of(new VenueOrderId("BO1")),
                        new VenueClOrdId("V1"),
                        ExecType.NEW,
                        OrdStatus.NEW,
                        Qty.ZERO,
                        Qty.of("100"),
                        Price.ZERO,
                        "",
                        new CarriedFields(carried));
        OutboundMessage message =
                OmsReports.relayed(
                        order.after(new OrderAccepted(ID, execution), Fixtures.MORNING),
                        new OrderAccepted(ID, execution));
        message.getHeader().setString(Tags.BEGIN_STRING, "FIX.4.4");
        message.getHeader().setString(Tags.SENDER_COMP_ID, "SLUICE");
        message.getHeader().setString(Tags.TARGET_COMP_ID, "OMS44");
        message.getHeader().setString(Tags.MSG_SEQ_NUM, "1");
        message.getHeader().setString(Tags.SENDING_TIME, "20260302-09:00:00");
        return FixFields.parse(message.toString());
    }
}
