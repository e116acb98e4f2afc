package io.sluice.scenario;

import io.sluice.order.CarriedFields;
import io.sluice.order.Event;
import io.sluice.order.ExecType;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Trade;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport;
import io.sluice.order.VenueReport.Reported;
import io.sluice.scenario.Driver.Act;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A venue in memory: keeps its own truth of each order and words its reports by it. */
final class InMemoryVenue {

    private final VenueId id;
    private final Map<OrderId, VenueTruth> truths = new HashMap<>();
    private final Deque<String> received = new ArrayDeque<>();
    private Optional<VenueReport> last = Optional.empty();
    private int execs;

    InMemoryVenue(VenueId id) {
        this.id = id;
    }

    Optional<String> nextReceived() {
        return Optional.ofNullable(received.pollFirst());
    }

    /** Takes what the router tells it to do. */
    void take(Event event, Order order) {
        switch (event) {
            case OrderRouted e -> {
                truths.put(order.id(), new VenueTruth(order.terms()));
                receive("new", order, e.venueClOrdId());
            }
            case ReplaceRequested e -> receive("replace", order, e.venueClOrdId());
            case CancelRequested e when !e.deferred() -> receive("cancel", order, e.venueClOrdId());
            case CancelResumed e -> receive("cancel", order, e.venueClOrdId());
            case StatusRequested e -> receive("status", order, e.request());
            case Event _ -> {}
        }
    }

    private void receive(String what, Order order, VenueClOrdId request) {
        String name =
                order.linkOf(request)
                        .flatMap(Link::clOrdId)
                        .map(Object::toString)
                        .orElse("operator");
        received.add(what + " " + name);
    }

    VenueReport act(Act act, Order order, Link link, String qty, String price) {
        VenueTruth truth = truths.get(order.id());
        if (truth == null) {
            throw new IllegalStateException("The venue never got the order " + order.id());
        }
        VenueClOrdId request = link.venueClOrdId().orElseThrow();
        VenueReport report =
                switch (act) {
                    case ACCEPTS -> execution(request, ExecType.NEW, truth);
                    case REJECTS -> ended(request, ExecType.REJECTED, OrdStatus.REJECTED, truth);
                    case CANCELS -> ended(request, ExecType.CANCELED, OrdStatus.CANCELED, truth);
                    case EXPIRES -> ended(request, ExecType.EXPIRED, OrdStatus.EXPIRED, truth);
                    case REPLACES -> {
                        truth.replace(link.terms());
                        yield execution(request, ExecType.REPLACED, truth);
                    }
                    case FILLS -> fill(request, truth, Qty.of(qty), Price.of(price));
                    case TELLS_STATUS -> execution(request, ExecType.ORDER_STATUS, truth);
                    case REFUSES_REQUEST, REFUSES_KILL ->
                            new VenueReport.RequestRejected(
                                    id,
                                    request,
                                    truth.status(),
                                    false,
                                    "too late",
                                    CarriedFields.NONE);
                    case DOES_NOT_KNOW ->
                            new VenueReport.OrderUnknownToVenue(id, request, "unknown order");
                    case BOUNCES -> new VenueReport.MessageBounced(id, request, "bounced");
                    case REPEATS_LAST_REPORT -> last.orElseThrow();
                };
        last = Optional.of(report);
        return report;
    }

    VenueReport lastReport() {
        return last.orElseThrow();
    }

    private VenueReport ended(
            VenueClOrdId request, ExecType execType, OrdStatus end, VenueTruth truth) {
        truth.end(end);
        return execution(request, execType, truth);
    }

    private VenueReport fill(VenueClOrdId request, VenueTruth truth, Qty qty, Price price) {
        truth.fill(qty, price);
        return new Reported(
                id, report(request, ExecType.TRADE, truth), Optional.of(new Trade(qty, price)));
    }

    private VenueReport execution(VenueClOrdId request, ExecType execType, VenueTruth truth) {
        return new Reported(id, report(request, execType, truth), Optional.empty());
    }

    private VenueExecution report(VenueClOrdId request, ExecType execType, VenueTruth truth) {
        execs++;
        return new VenueExecution(
                Optional.of(new VenueExecId("E" + execs)),
                Optional.of(new VenueOrderId("V" + request)),
                request,
                execType,
                truth.status(),
                truth.cumQty(),
                truth.leavesQty(),
                truth.avgPx(),
                "",
                CarriedFields.NONE);
    }
}
