package io.sluice.simulation;

import io.sluice.order.CarriedFields;
import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.Orders;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Trade;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport;
import io.sluice.port.EventListener;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A venue that answers what it was sent, some time later and as it likes. Engine's thread. */
final class SimulatedVenue implements EventListener {

    private final VenueId id;
    private final Random random;
    private final List<Asked> waiting = new ArrayList<>();
    private int execs;

    private record Asked(Order order, VenueClOrdId request, ExecType answer) {}

    SimulatedVenue(VenueId id, Random random) {
        this.id = id;
        this.random = random;
    }

    @Override
    public void on(Event event, Orders orders, Instant at) {
        switch (event) {
            case OrderRouted e -> ask(orders.get(e.orderId()), e.venueClOrdId(), ExecType.NEW);
            case ReplaceRequested e ->
                    ask(orders.get(e.orderId()), e.venueClOrdId(), ExecType.REPLACED);
            case CancelRequested e ->
                    ask(orders.get(e.orderId()), e.venueClOrdId(), ExecType.CANCELED);
            case Event _ -> {}
        }
    }

    private void ask(Order order, VenueClOrdId request, ExecType answer) {
        waiting.add(new Asked(order, request, answer));
    }

    /** What it says of something that it was asked, or of a trade in an order that works. */
    Optional<VenueReport> next(Orders orders) {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Asked asked = waiting.get(random.nextInt(waiting.size()));
        Order order = orders.find(asked.order().id()).orElseThrow();
        if (asked.answer() == ExecType.NEW && order.isAcknowledged()) {
            return order.isFinal() ? forget(asked) : Optional.of(fill(order));
        }
        waiting.remove(asked);
        if (asked.answer() == ExecType.NEW) {
            waiting.add(asked);
            return Optional.of(execution(order, asked.request(), asked.answer(), OrdStatus.NEW));
        }
        if (order.isFinal() || random.nextInt(3) == 0) {
            return Optional.of(refusal(order, asked.request()));
        }
        return Optional.of(
                execution(
                        order,
                        asked.request(),
                        asked.answer(),
                        asked.answer() == ExecType.CANCELED ? OrdStatus.CANCELED : OrdStatus.NEW));
    }

    private Optional<VenueReport> forget(Asked asked) {
        waiting.remove(asked);
        return Optional.empty();
    }

    private VenueReport refusal(Order order, VenueClOrdId request) {
        return new VenueReport.RequestRejected(
                id, request, order.ordStatus(), false, "too late", CarriedFields.NONE);
    }

    private VenueReport fill(Order order) {
        Qty leaves = order.leavesQty();
        Qty half = Qty.of(leaves.value().intValue() > 10 ? "10" : leaves.toString());
        boolean all = half.compareTo(leaves) == 0;
        VenueExecution execution =
                report(
                        order,
                        order.latestVenueClOrdId().orElseThrow(),
                        ExecType.TRADE,
                        all ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED,
                        order.cumQty().plus(half));
        return new VenueReport.Reported(
                id, execution, Optional.of(new Trade(half, Price.of("187.50"))));
    }

    private VenueReport execution(
            Order order, VenueClOrdId request, ExecType execType, OrdStatus status) {
        return new VenueReport.Reported(
                id, report(order, request, execType, status, order.cumQty()), Optional.empty());
    }

    private VenueExecution report(
            Order order, VenueClOrdId request, ExecType execType, OrdStatus status, Qty cumQty) {
        execs++;
        return new VenueExecution(
                Optional.of(new VenueExecId("E" + execs)),
                Optional.of(new VenueOrderId("V" + order.id())),
                request,
                execType,
                status,
                cumQty,
                order.terms().qty().minus(cumQty),
                Price.of("187.50"),
                "",
                new CarriedFields("9001=" + execs + "\u0001"));
    }
}
