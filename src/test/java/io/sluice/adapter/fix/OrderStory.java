package io.sluice.adapter.fix;

import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.OmsId;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Terms;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One order as it goes: the OMS calls it C1, we R1, the venue S1 and V1. For one thread. */
public final class OrderStory {

    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final OrderId ID = new OrderId("R1");

    private Order order;

    public OrderStory(Terms terms, String carried) {
        order =
                Order.received(
                        new OrderEvent.OrderReceived(
                                ID, new OmsId("OMS44"), new ClOrdId("C1"), terms, carried(carried)),
                        NOW);
    }

    public Order order() {
        return order;
    }

    public OrderStory routed() {
        return then(
                new OrderEvent.OrderRouted(
                        ID, new VenueId("ALPHA"), new VenueClOrdId("S1"), "rule", List.of()));
    }

    public OrderStory accepted() {
        return then(
                new OrderEvent.OrderAccepted(ID, execution("S1", ExecType.NEW, OrdStatus.NEW, "")));
    }

    public OrderStory replaceAsked(String clOrdId, String venueClOrdId, Terms terms) {
        return then(
                new OrderEvent.ReplaceRequested(
                        ID,
                        new ClOrdId(clOrdId),
                        new VenueClOrdId(venueClOrdId),
                        terms,
                        carried("5002=replaced|"),
                        List.of()));
    }

    public OrderStory replaced(String venueClOrdId) {
        return then(
                new OrderEvent.OrderReplaced(
                        ID, execution(venueClOrdId, ExecType.REPLACED, OrdStatus.NEW, "")));
    }

    public OrderStory cancelAsked(Optional<String> clOrdId, String venueClOrdId) {
        return then(
                new OrderEvent.CancelRequested(
                        ID,
                        clOrdId.map(ClOrdId::new),
                        new VenueClOrdId(venueClOrdId),
                        CarriedFields.NONE,
                        Optional.empty(),
                        false));
    }

    public OrderStory then(OrderEvent event) {
        order = order.after(event, NOW);
        return this;
    }

    /** A report of the venue, carrying these fields. */
    public static Execution execution(
            String request, ExecType type, OrdStatus status, String carried) {
        return new Execution(
                new ExecId("X1"),
                Optional.of(new VenueExecId("E1")),
                Optional.of(new VenueOrderId("V1")),
                new VenueClOrdId(request),
                type,
                status,
                Qty.ZERO,
                Qty.of("100"),
                Price.ZERO,
                "",
                carried(carried));
    }

    static CarriedFields carried(String text) {
        return new CarriedFields(text.replace('|', FixFields.SOH));
    }

    /** A message of ours as its peer reads it: the fields of its body, parted by bars. */
    public static String body(OutboundMessage message) {
        message.getHeader().setString(Tags.BEGIN_STRING, "FIX.4.4");
        message.getHeader().setString(Tags.SENDER_COMP_ID, "SLUICE");
        message.getHeader().setString(Tags.TARGET_COMP_ID, "PEER");
        message.getHeader().setInt(Tags.MSG_SEQ_NUM, 2);
        message.getHeader().setString(Tags.SENDING_TIME, "20260302-09:00:00.000");
        String text = message.toString().replace(FixFields.SOH, '|');
        int from = text.indexOf("|52=") + "|52=20260302-09:00:00.000|".length();
        return text.substring(from, text.lastIndexOf("10="));
    }
}
