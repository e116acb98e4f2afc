package io.sluice.adapter.fix.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.core.Fixtures;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.VenueClOrdId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class StatusNewsTest {

    private static final OrderId ID = new OrderId("O1");
    private static final VenueClOrdId CANCEL = new VenueClOrdId("V2");
    private static final Instant NOW = Fixtures.MORNING;

    @Test
    void aCancelThatAStatusConfirmedIsToldWithItsOrigin() {
        Execution ours =
                new Execution(
                        new ExecId("E1"),
                        Optional.empty(),
                        Optional.empty(),
                        CANCEL,
                        ExecType.CANCELED,
                        OrdStatus.CANCELED,
                        Qty.of("30"),
                        Qty.ZERO,
                        Price.of("10.00"),
                        "",
                        CarriedFields.NONE);
        OrderCanceled event = new OrderCanceled(ID, ours);

        OutboundMessage report = OmsReports.relayed(canceling().after(event, NOW), event);
        for (int tag : new int[] {8, 34, 49, 52, 56}) {
            report.getHeader().setString(tag, "-");
        }

        assertThat(report.toString().split("\u0001"))
                .contains("11=X1", "41=C1", "150=4", "14=30", "151=0");
    }

    private static Order canceling() {
        return Order.received(
                        new OrderReceived(
                                ID,
                                Fixtures.OMS,
                                new ClOrdId("C1"),
                                Fixtures.limit(Side.BUY, "100", "AAPL", "10.00"),
                                CarriedFields.NONE),
                        NOW)
                .after(
                        new OrderRouted(
                                ID, Fixtures.ALPHA, new VenueClOrdId("V1"), "rule", List.of()),
                        NOW)
                .after(
                        new CancelRequested(
                                ID,
                                Optional.of(new ClOrdId("X1")),
                                CANCEL,
                                CarriedFields.NONE,
                                Optional.empty(),
                                false),
                        NOW);
    }
}
