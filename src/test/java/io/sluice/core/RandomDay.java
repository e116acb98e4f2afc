package io.sluice.core;

import static io.sluice.core.Fixtures.ALPHA;
import static io.sluice.core.Fixtures.DELTA;
import static io.sluice.core.Fixtures.OMS;

import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.Command.CancelOrder;
import io.sluice.order.Command.Kill;
import io.sluice.order.Command.NewOrder;
import io.sluice.order.Command.Rearm;
import io.sluice.order.Command.ReplaceOrder;
import io.sluice.order.Command.StopUnsent;
import io.sluice.order.ExecType;
import io.sluice.order.Input;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.Link;
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
import io.sluice.order.VenueId;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport;
import io.sluice.order.VenueReport.MessageBounced;
import io.sluice.order.VenueReport.OrderUnknownToVenue;
import io.sluice.order.VenueReport.Reported;
import io.sluice.order.VenueReport.RequestRejected;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Inputs as no sane market would send them: reports in any order, repeated, contradictory. */
final class RandomDay {

    private static final List<String> SYMBOLS = List.of("AAPL", "MSFT", "NOPE", "BANNED");
    private static final ExecType[] EXEC_TYPES = ExecType.values();
    private static final OrdStatus[] STATUSES = OrdStatus.values();

    private static final List<KillScope> SCOPES =
            Stream.of("all", "oms:OMS44", "venue:ALPHA", "account:ACC1", "symbol:AAPL")
                    .map(KillScope::parse)
                    .toList();

    private final Random random;
    private int kills;
    private final List<ClOrdId> ids = new ArrayList<>();
    private final List<Reported> reported = new ArrayList<>();

    RandomDay(long seed) {
        random = new Random(seed);
    }

    Input next(Router router) {
        return switch (random.nextInt(27)) {
            case 0, 1, 2, 3, 4 -> newOrder();
            case 5 -> cancel();
            case 6, 7 -> replace(router);
            case 8 -> new Input.Tick();
            case 9 -> upOrDown();
            case 10 -> refusal(router).map(Input.class::cast).orElseGet(Input.Tick::new);
            case 11 -> command(router).orElseGet(Input.Tick::new);
            case 20 -> random.nextInt(8) == 0 ? kill() : rearm(router);
            case 21 -> random.nextInt(8) == 0 ? kill() : new Input.Tick();
            case 12 -> reported.isEmpty() ? new Input.Tick() : any(reported);
            case 13, 14 -> plausible(router).map(Input.class::cast).orElseGet(Input.Tick::new);
            case 15 -> unknownRequest(router).map(Input.class::cast).orElseGet(Input.Tick::new);
            default -> report(router).map(Input.class::cast).orElseGet(Input.Tick::new);
        };
    }

    /** How long nothing happens before the next input, in milliseconds. */
    long pause() {
        return random.nextInt(200) == 0 ? random.nextInt(30_000_000) : random.nextInt(40);
    }

    private Input kill() {
        kills++;
        return new Kill(
                new KillId("K" + (random.nextInt(10) == 0 ? random.nextInt(kills) : kills)),
                any(SCOPES),
                any(List.of(KillMode.values())),
                "random",
                "ann");
    }

    private static Input rearm(Router router) {
        return router.blocks().stream()
                .findFirst()
                .<Input>map(it -> new Rearm(it.scope(), "random", "ann"))
                .orElseGet(Input.Tick::new);
    }

    private Input newOrder() {
        return new NewOrder(OMS, id(), terms(any(SYMBOLS)), CarriedFields.NONE);
    }

    private Input cancel() {
        return new CancelOrder(OMS, id(), known(), CarriedFields.NONE);
    }

    private Input replace(Router router) {
        ClOrdId orig = known();
        Terms wanted =
                router.orders()
                        .find(OMS, orig)
                        .map(order -> sameSide(order.terms()))
                        .orElseGet(() -> terms("AAPL"));
        return new ReplaceOrder(OMS, id(), orig, wanted, CarriedFields.NONE);
    }

    private Input upOrDown() {
        VenueId venue = random.nextBoolean() ? ALPHA : DELTA;
        return random.nextInt(3) == 0 ? new VenueDown(venue, "link lost") : new VenueUp(venue);
    }

    private Optional<VenueReport> refusal(Router router) {
        return request(router)
                .map(
                        it ->
                                switch (random.nextInt(3)) {
                                    case 0 -> new MessageBounced(it.venue(), it.id(), "bounced");
                                    case 1 -> new OrderUnknownToVenue(it.venue(), it.id(), "what?");
                                    default ->
                                            new RequestRejected(
                                                    it.venue(),
                                                    it.id(),
                                                    OrdStatus.NEW,
                                                    random.nextBoolean(),
                                                    "no",
                                                    CarriedFields.NONE);
                                });
    }

    private Optional<Input> command(Router router) {
        if (random.nextBoolean()) {
            return request(router).map(it -> new StopUnsent(it.id(), "blocked"));
        }
        return router.orders().open().stream()
                .findFirst()
                .map(order -> new CancelByOperator(order.id(), "ann"));
    }

    private Optional<Reported> report(Router router) {
        Optional<Reported> report = request(router).map(this::report);
        report.ifPresent(reported::add);
        return report;
    }

    private Reported report(Request request) {
        ExecType type = random.nextBoolean() ? ExecType.TRADE : EXEC_TYPES[random.nextInt(17)];
        VenueExecution execution =
                new VenueExecution(
                        Optional.of(new VenueExecId("E" + random.nextInt(100_000))),
                        Optional.empty(),
                        request.id(),
                        type,
                        STATUSES[random.nextInt(STATUSES.length)],
                        qty(),
                        qty(),
                        price(),
                        "",
                        CarriedFields.NONE);
        Optional<Trade> trade =
                type == ExecType.TRADE ? Optional.of(new Trade(qty(), price())) : Optional.empty();
        return new Reported(request.venue(), execution, trade);
    }

    /** What a venue says while requests pend: that they do, other quantities, a status. */
    private Optional<Reported> plausible(Router router) {
        return router.orders()
                .find(OMS, known())
                .filter(order -> order.venue().isPresent())
                .map(order -> plausible(order, any(order.links())));
    }

    private Reported plausible(Order order, Link link) {
        boolean cancels = link.kind() == Link.Kind.CANCEL;
        OrdStatus live = order.cumQty().isZero() ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
        return switch (random.nextInt(5)) {
            case 0 ->
                    cancels
                            ? report(order, link, ExecType.PENDING_CANCEL, OrdStatus.PENDING_CANCEL)
                            : report(
                                    order,
                                    link,
                                    ExecType.PENDING_REPLACE,
                                    OrdStatus.PENDING_REPLACE);
            case 1 -> report(order, link, ExecType.RESTATED, live);
            case 2 -> report(order, link, ExecType.ORDER_STATUS, OrdStatus.REJECTED);
            case 3 -> report(order, link, ExecType.TRADE_CANCEL, live);
            default -> report(order, link, ExecType.ORDER_STATUS, live);
        };
    }

    private Reported report(Order order, Link link, ExecType type, OrdStatus status) {
        VenueExecution execution =
                new VenueExecution(
                        Optional.of(new VenueExecId("P" + random.nextInt(1_000_000))),
                        Optional.of(new VenueOrderId("V" + order.id())),
                        link.venueClOrdId().orElseThrow(),
                        type,
                        status,
                        order.cumQty(),
                        random.nextBoolean() ? order.leavesQty() : qty(),
                        order.avgPx(),
                        "",
                        CarriedFields.NONE);
        return new Reported(order.venue().orElseThrow(), execution, Optional.empty());
    }

    private Optional<VenueReport> unknownRequest(Router router) {
        return request(router)
                .map(
                        it ->
                                new RequestRejected(
                                        it.venue(),
                                        it.id(),
                                        OrdStatus.REJECTED,
                                        true,
                                        "unknown",
                                        CarriedFields.NONE));
    }

    private record Request(VenueId venue, VenueClOrdId id) {}

    /** A request of any order that is known by one of the ids used so far. */
    private Optional<Request> request(Router router) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        return router.orders()
                .find(OMS, known())
                .filter(order -> order.venue().isPresent())
                .map(
                        order ->
                                new Request(
                                        order.venue().orElseThrow(),
                                        any(order.links()).venueClOrdId().orElseThrow()));
    }

    private ClOrdId id() {
        if (random.nextInt(30) == 0 && !ids.isEmpty()) {
            return any(ids);
        }
        ClOrdId id = new ClOrdId("C" + ids.size());
        ids.add(id);
        return id;
    }

    /** Mostly one of the latest. */
    private ClOrdId known() {
        if (ids.isEmpty()) {
            return new ClOrdId("NONE");
        }
        int from = random.nextInt(5) == 0 ? 0 : Math.max(0, ids.size() - 20);
        return ids.get(from + random.nextInt(ids.size() - from));
    }

    private Terms terms(String symbol) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        return Fixtures.terms(
                side,
                qty().toString(),
                symbol,
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(price()));
    }

    private Terms sameSide(Terms terms) {
        return Fixtures.terms(
                terms.side(),
                qty().toString(),
                terms.symbol().value(),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(price()));
    }

    private Qty qty() {
        return new Qty(BigDecimal.valueOf(random.nextInt(500)));
    }

    private Price price() {
        return new Price(BigDecimal.valueOf(18_000 + random.nextInt(1_500), 2));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
