package io.sluice.core;

import static io.sluice.core.Fixtures.ALPHA;
import static io.sluice.core.Fixtures.OMS;

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
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Terms;
import io.sluice.order.Trade;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport.OrderUnknownToVenue;
import io.sluice.order.VenueReport.Reported;
import io.sluice.order.VenueReport.VenueUp;

import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A started router with its venues up, a clock to set, and short words for inputs. */
final class Rig {

    final Policy policy;
    final List<Happened> journal = new ArrayList<>();
    Router router;
    Instant now = Fixtures.MORNING;
    private int execs;

    record Happened(Instant at, Event event) {}

    Rig(Policy policy) {
        this.policy = policy;
        router = new Router(policy);
        tell(new Input.Started("T", 1));
        tell(new VenueUp(ALPHA));
        tell(new VenueUp(Fixtures.DELTA));
    }

    Rig() {
        this(Fixtures.policy(Fixtures.wide()));
    }

    List<Event> tell(Input input) {
        return tell(input, Now.at(now));
    }

    List<Event> tell(Input input, Now moment) {
        List<Event> events = new ArrayList<>(decide(input, moment));
        while (router.killsAreDue(now)) {
            events.addAll(decide(new Input.GoOnKilling(), moment));
        }
        return events;
    }

    private List<Event> decide(Input input, Now moment) {
        List<Event> events = router.decide(input, moment);
        events.forEach(this::apply);
        return events;
    }

    void apply(Event event) {
        router.apply(event, now);
        journal.add(new Happened(now, event));
    }

    Router replayed() {
        Router fresh = new Router(policy);
        journal.forEach(it -> fresh.apply(it.event(), it.at()));
        return fresh;
    }

    List<Event> buys(String id, String qty, String price) {
        return places(id, Fixtures.limit(Side.BUY, qty, "AAPL", price));
    }

    List<Event> places(String id, Terms terms) {
        return tell(new NewOrder(OMS, new ClOrdId(id), terms, CarriedFields.NONE));
    }

    List<Event> cancels(String orig, String id) {
        return tell(new CancelOrder(OMS, new ClOrdId(id), new ClOrdId(orig), CarriedFields.NONE));
    }

    List<Event> replaces(String orig, String id, String qty, String price) {
        Terms terms = Fixtures.limit(Side.BUY, qty, "AAPL", price);
        return tell(
                new ReplaceOrder(
                        OMS, new ClOrdId(id), new ClOrdId(orig), terms, CarriedFields.NONE));
    }

    Order order(String id) {
        return router.orders().find(OMS, new ClOrdId(id)).orElseThrow();
    }

    /** The venue's id of the request that the OMS calls so. */
    VenueClOrdId request(String id) {
        return order(id).links().stream()
                .filter(link -> link.clOrdId().equals(Optional.of(new ClOrdId(id))))
                .findFirst()
                .flatMap(link -> link.venueClOrdId())
                .orElseThrow();
    }

    List<Event> reports(String id, ExecType type, OrdStatus status, String cum, String leaves) {
        return tell(report(id, type, status, cum, leaves));
    }

    List<Event> accepts(String id) {
        return reports(id, ExecType.NEW, OrdStatus.NEW, "0", order(id).terms().qty().toString());
    }

    /** A fill that fits the book. */
    List<Event> fills(String id, String qty, String price) {
        Order order = order(id);
        Trade trade = new Trade(Qty.of(qty), Price.of(price));
        Qty cum = order.cumQty().plus(trade.lastQty());
        Qty leaves = order.isFinal() ? Qty.ZERO : order.terms().qty().minus(cum);
        Price avgPx =
                new Price(
                        order.tradedNotional()
                                .add(trade.lastPx().times(trade.lastQty()))
                                .divide(cum.value(), MathContext.DECIMAL64));
        execs++;
        return tell(
                new Reported(
                        order.venue().orElse(ALPHA),
                        new VenueExecution(
                                Optional.of(new VenueExecId("F" + execs)),
                                Optional.of(new VenueOrderId("V")),
                                request(id),
                                ExecType.TRADE,
                                leaves.isZero() ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED,
                                cum,
                                leaves,
                                avgPx,
                                "",
                                CarriedFields.NONE),
                        Optional.of(trade)));
    }

    /** A trade as the venue words it, whatever the book says. */
    Reported trade(String id, OrdStatus status, String cum, String leaves, String lastQty) {
        Reported report = report(id, ExecType.TRADE, status, cum, leaves);
        Trade trade = new Trade(Qty.of(lastQty), Price.of("187.50"));
        return new Reported(report.venue(), report.execution(), Optional.of(trade));
    }

    /** The same report under another id of the venue's. */
    static Reported numbered(Reported report, Optional<String> execId) {
        VenueExecution it = report.execution();
        VenueExecution renumbered =
                new VenueExecution(
                        execId.map(VenueExecId::new),
                        it.venueOrderId(),
                        it.request(),
                        it.execType(),
                        it.ordStatus(),
                        it.cumQty(),
                        it.leavesQty(),
                        it.avgPx(),
                        it.text(),
                        it.carried());
        return new Reported(report.venue(), renumbered, report.trade());
    }

    /** The same report under another ClOrdID(11). */
    static Reported calling(Reported report, String request) {
        return new Reported(
                report.venue(),
                naming(report.execution(), new VenueClOrdId(request)),
                report.trade());
    }

    /** The same under another id of ours. */
    static VenueExecution naming(VenueExecution it, VenueClOrdId request) {
        return new VenueExecution(
                it.venueExecId(),
                it.venueOrderId(),
                request,
                it.execType(),
                it.ordStatus(),
                it.cumQty(),
                it.leavesQty(),
                it.avgPx(),
                it.text(),
                it.carried());
    }

    /** The same report without the venue's OrderID(37). */
    static Reported anonymous(Reported report) {
        VenueExecution it = report.execution();
        VenueExecution without =
                new VenueExecution(
                        it.venueExecId(),
                        Optional.empty(),
                        it.request(),
                        it.execType(),
                        it.ordStatus(),
                        it.cumQty(),
                        it.leavesQty(),
                        it.avgPx(),
                        it.text(),
                        it.carried());
        return new Reported(report.venue(), without, report.trade());
    }

    /** A trade on an order that has ended, whether it is in the book or not. */
    static Reported late(Order order, String execId, String qty, Qty cumQty) {
        return new Reported(
                order.venue().orElseThrow(),
                new VenueExecution(
                        Optional.of(new VenueExecId(execId)),
                        order.venueOrderId(),
                        order.links().getFirst().venueClOrdId().orElseThrow(),
                        ExecType.TRADE,
                        order.ordStatus(),
                        cumQty,
                        Qty.ZERO,
                        Price.of("187.50"),
                        "",
                        CarriedFields.NONE),
                Optional.of(new Trade(Qty.of(qty), Price.of("187.50"))));
    }

    /** The venue says that it does not have it. */
    List<Event> denies(String id) {
        return tell(new OrderUnknownToVenue(ALPHA, request(id), "unknown"));
    }

    /** Says so twice, with time enough between. */
    List<Event> deniesForGood(String id) {
        denies(id);
        waits(6);
        return denies(id);
    }

    /** Ticks by the second. */
    List<Event> waits(int seconds) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            events.addAll(tell(new Input.Tick()));
        }
        return events;
    }

    /** A report that tells of no trade. */
    Reported report(String id, ExecType type, OrdStatus status, String cum, String leaves) {
        execs++;
        return new Reported(
                order(id).venue().orElse(ALPHA),
                new VenueExecution(
                        Optional.of(new VenueExecId("E" + execs)),
                        Optional.of(new VenueOrderId("V")),
                        request(id),
                        type,
                        status,
                        Qty.of(cum),
                        Qty.of(leaves),
                        order(id).avgPx(),
                        "",
                        CarriedFields.NONE),
                Optional.empty());
    }
}
