package io.sluice.adapter.console;

import io.sluice.order.Account;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.ExecId;
import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.OmsId;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderCanceled;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderId;
import io.sluice.order.OrderType;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;
import io.sluice.order.TimeInForce;
import io.sluice.order.Trade;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;

import java.util.List;
import java.util.Optional;

/** Events of buy orders of 100 at 10.50, by the number of the order. */
public final class Story {

    public static final OmsId DEMO = new OmsId("DEMO");

    public static Event received(int number, String symbol) {
        Terms terms =
                new Terms(
                        new Account("ACC1"),
                        new Symbol(symbol),
                        Side.BUY,
                        OrderType.LIMIT,
                        Qty.of("100"),
                        Optional.of(Price.of("10.50")),
                        TimeInForce.DAY,
                        Optional.empty());
        return new OrderReceived(
                id(number),
                DEMO,
                new ClOrdId("C" + number),
                terms,
                new CarriedFields("20001=C" + number + "\u0001"));
    }

    public static Event routed(int number) {
        return new OrderRouted(id(number), new VenueId("ALPHA"), venueId(number), "all", List.of());
    }

    public static Event accepted(int number) {
        return new OrderAccepted(id(number), execution(number, ExecType.NEW, OrdStatus.NEW, "0"));
    }

    public static Event filled(int number, String lastQty, String cumQty) {
        OrdStatus status = cumQty.equals("100") ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED;
        return new OrderFilled(
                id(number),
                execution(number, ExecType.TRADE, status, cumQty),
                new Trade(Qty.of(lastQty), Price.of("10.50")));
    }

    public static Event canceled(int number) {
        return new OrderCanceled(
                id(number), execution(number, ExecType.CANCELED, OrdStatus.CANCELED, "0"));
    }

    public static Event cancelRequested(int number, String by) {
        return new CancelRequested(
                id(number),
                Optional.empty(),
                new VenueClOrdId("V" + number + "X"),
                CarriedFields.NONE,
                Optional.of(by),
                false);
    }

    public static Event cancelRequestedByOms(int number, String clOrdId) {
        return new CancelRequested(
                id(number),
                Optional.of(new ClOrdId(clOrdId)),
                new VenueClOrdId("V" + number + "X"),
                CarriedFields.NONE,
                Optional.empty(),
                false);
    }

    public static Event denied(int number) {
        return new OrderDenied(
                id(number),
                new ExecId("E" + number),
                Denial.of(DenialCode.NO_ROUTE, "nothing routes it"),
                List.of());
    }

    public static OrderId id(int number) {
        return new OrderId("O" + number);
    }

    private static VenueClOrdId venueId(int number) {
        return new VenueClOrdId("V" + number);
    }

    private static Execution execution(int number, ExecType type, OrdStatus status, String cumQty) {
        return new Execution(
                new ExecId("E" + number + type + cumQty),
                Optional.of(new VenueExecId("B" + number + type + cumQty)),
                Optional.of(new VenueOrderId("BO" + number)),
                venueId(number),
                type,
                status,
                Qty.of(cumQty),
                Qty.of("100").minus(Qty.of(cumQty)),
                Price.of("10.50"),
                "",
                CarriedFields.NONE);
    }

    private Story() {}
}
