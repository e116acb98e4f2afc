package io.sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.store.LimitSheet;
import io.sluice.adapter.store.OrderStore;
import io.sluice.adapter.store.StoreSettings;
import io.sluice.core.Fixtures;
import io.sluice.endtoend.Await;
import io.sluice.engine.ArchiveDesk;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.NewOrder;
import io.sluice.order.Event;
import io.sluice.order.Event.LookUpEnded;
import io.sluice.order.ExecType;
import io.sluice.order.Input;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Side;
import io.sluice.order.Trade;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueExecId;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueOrderId;
import io.sluice.order.VenueReport;
import io.sluice.order.VenueReport.Reported;
import io.sluice.risk.Scope;

import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fill that comes when its order has long left memory, on the real engine, journal and store. The
 * store is a server of its own, which can be away.
 */
class LateFillIT {

    static {
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    @TempDir Path directory;

    private final List<Event> told = Collections.synchronizedList(new ArrayList<>());
    private Optional<Server> server = Optional.empty();
    private int port;
    private long epoch;
    private Duration passed = Duration.ZERO;

    /** A run of the router, with or without its look-ups. */
    private record Run(EngineHouse house, Optional<ArchiveDesk> desk, OrderStore store)
            implements AutoCloseable {

        @Override
        public void close() {
            desk.ifPresent(ArchiveDesk::close);
            store.close();
            house.close();
        }
    }

    @BeforeEach
    void startTheDatabase() throws SQLException {
        startServer("0");
        port = server.orElseThrow().getPort();
    }

    @AfterEach
    void stopTheDatabase() {
        server.ifPresent(Server::stop);
    }

    @Test
    void aFillDaysLaterIsBookedAndToldOnce() throws IOException {
        Order order;
        try (Run run = start(true)) {
            order = tradedAndForgotten(run);
            run.house().work(() -> run.house().engine().tell(late(order, "F2", "40")));
            awaitFill();
            run.house().work(() -> run.house().engine().tell(late(order, "F2", "40")));
            passDays(run, 1);
        }
        assertThat(fills()).hasSize(1);
        checkBooks("70");
    }

    @Test
    void aRestartBetweenTheJournalAndTheLookUpChangesNothing() throws IOException {
        Order order;
        try (Run run = start(false)) {
            order = tradedAndForgotten(run);
            run.house().work(() -> run.house().engine().tell(late(order, "F2", "40")));
            assertThat(run.house().engine().router().lookUps()).hasSize(1);
        }
        try (Run run = start(true)) {
            awaitFill();
            run.house().work(() -> run.house().engine().tell(late(order, "F2", "40")));
        }
        assertThat(fills()).hasSize(1);
        checkBooks("70");
    }

    @Test
    void aStoreThatIsAwayForAWhileIsWaitedFor() throws IOException, SQLException {
        try (Run run = start(true)) {
            Order order = tradedAndForgotten(run);
            server.orElseThrow().stop();
            run.house().work(() -> run.house().engine().tell(late(order, "F2", "40")));
            Await.until("the store is missed", () -> !run.store().health().status().connected());
            assertThat(fills()).isEmpty();

            startServer(String.valueOf(port));
            awaitFill();
        }
        assertThat(fills()).hasSize(1);
        checkBooks("70");
    }

    @Test
    void whatNobodyKnowsEndsWithAnAlarmAndIsNotBooked() throws IOException {
        try (Run run = start(true)) {
            Order order = tradedAndForgotten(run);
            Reported foreign = report("NOBODYS", Optional.of("V-OTHER"), "F2", "40", order);
            run.house().work(() -> run.house().engine().tell(foreign));
            Await.until(
                    "the look-up ended", () -> told.stream().anyMatch(LateFillIT::foundNothing));
        }
        assertThat(fills()).isEmpty();
        checkBooks("30");
    }

    @Test
    void aRepeatOfAnOldReportIsNotBookedAgain() throws IOException {
        try (Run run = start(true)) {
            Order order = tradedAndForgotten(run);
            Reported old =
                    report(
                            request(order).value(),
                            order.venueOrderId().map(VenueOrderId::value),
                            "F1",
                            "30",
                            order);
            run.house().work(() -> run.house().engine().tell(asItCame(old)));
            Await.until(
                    "the look-up ended",
                    () -> told.stream().anyMatch(LookUpEnded.class::isInstance));
        }
        assertThat(fills()).isEmpty();
        checkBooks("30");
    }

    private static boolean foundNothing(Event event) {
        return event instanceof LookUpEnded ended && ended.orderId().isEmpty();
    }

    private Run start(boolean looksUp) throws IOException {
        epoch++;
        EngineHouse house =
                EngineHouse.open(
                        directory.resolve("journal"),
                        epoch,
                        Long.MAX_VALUE,
                        EngineHouse.POLICY.withArchive());
        house.pass(passed);
        house.engine().addListener((event, _, _) -> told.add(event));
        OrderStore store =
                OrderStore.start(
                        new StoreSettings(
                                new StoreSettings.Login(
                                        "jdbc:h2:tcp://127.0.0.1:%d/./book".formatted(port),
                                        "SLUICE",
                                        "secret"),
                                new StoreSettings.Batch(100, Duration.ofMillis(20))),
                        new StoreSettings.Facts(new LimitSheet("v1", List.of()), Map.of()),
                        house.journal(),
                        house.journal()::oldest);
        Optional<ArchiveDesk> desk =
                looksUp
                        ? Optional.of(
                                new ArchiveDesk(
                                        house.engine(), store.archive(), house.journal()::durable))
                        : Optional.empty();
        desk.ifPresent(house.engine()::addListener);
        house.work(
                () -> {
                    house.engine().tell(new Input.Started("T", epoch));
                    house.engine().tell(new VenueReport.VenueUp(Fixtures.ALPHA));
                    desk.ifPresent(it -> it.start(house.engine().router().lookUps()));
                });
        return new Run(house, desk, store);
    }

    private void startServer(String onPort) throws SQLException {
        server =
                Optional.of(
                        Server.createTcpServer(
                                        "-tcpPort",
                                        onPort,
                                        "-ifNotExists",
                                        "-baseDir",
                                        directory.resolve("server").toString())
                                .start());
    }

    /** Bought 30 of 100 before it was canceled; then the days went by. */
    private Order tradedAndForgotten(Run run) {
        List<Order> found = new ArrayList<>();
        run.house()
                .work(
                        () -> {
                            var engine = run.house().engine();
                            engine.tell(
                                    new NewOrder(
                                            Fixtures.OMS,
                                            new ClOrdId("A"),
                                            Fixtures.limit(Side.BUY, "100", "AAPL", "187.50"),
                                            CarriedFields.NONE));
                            Order routed =
                                    engine.orders()
                                            .find(Fixtures.OMS, new ClOrdId("A"))
                                            .orElseThrow();
                            engine.tell(
                                    asItCame(
                                            report(
                                                    request(routed).value(),
                                                    Optional.of("V1"),
                                                    "F1",
                                                    "30",
                                                    routed)));
                            engine.tell(canceled(routed));
                            found.add(engine.orders().get(routed.id()));
                        });
        passDays(run, 4);
        assertThat(run.house().engine().orders().find(found.getFirst().id())).isEmpty();
        told.clear();
        return found.getFirst();
    }

    private void passDays(Run run, int days) {
        for (int i = 0; i < days; i++) {
            passed = passed.plusDays(1);
            run.house().pass(Duration.ofDays(1));
            run.house().work(() -> run.house().engine().tell(new Input.Tick()));
        }
    }

    private static VenueClOrdId request(Order order) {
        return order.links().getFirst().venueClOrdId().orElseThrow();
    }

    private static Reported late(Order order, String execId, String qty) {
        return report(request(order).value(), Optional.of("V1"), execId, qty, order);
    }

    /** A trade; the order has ended by what the venue says. */
    private static Reported report(
            String request, Optional<String> venueOrderId, String execId, String qty, Order order) {
        Qty cum = order.cumQty().plus(Qty.of(qty));
        return new Reported(
                Fixtures.ALPHA,
                new VenueExecution(
                        Optional.of(new VenueExecId(execId)),
                        venueOrderId.map(VenueOrderId::new),
                        new VenueClOrdId(request),
                        ExecType.TRADE,
                        OrdStatus.CANCELED,
                        cum,
                        Qty.ZERO,
                        Price.of("187.50"),
                        "",
                        CarriedFields.NONE),
                Optional.of(new Trade(Qty.of(qty), Price.of("187.50"))));
    }

    /** The first fill, word for word whenever it is said. */
    private static Reported asItCame(Reported report) {
        VenueExecution it = report.execution();
        return new Reported(
                report.venue(),
                new VenueExecution(
                        it.venueExecId(),
                        it.venueOrderId(),
                        it.request(),
                        it.execType(),
                        OrdStatus.PARTIALLY_FILLED,
                        Qty.of("30"),
                        Qty.of("70"),
                        it.avgPx(),
                        it.text(),
                        it.carried()),
                report.trade());
    }

    private static Reported canceled(Order order) {
        return new Reported(
                Fixtures.ALPHA,
                new VenueExecution(
                        Optional.of(new VenueExecId("C1")),
                        Optional.of(new VenueOrderId("V1")),
                        request(order),
                        ExecType.CANCELED,
                        OrdStatus.CANCELED,
                        Qty.of("30"),
                        Qty.ZERO,
                        Price.of("187.50"),
                        "",
                        CarriedFields.NONE),
                Optional.empty());
    }

    private List<Event> fills() {
        return told.stream().filter(OrderFilled.class::isInstance).toList();
    }

    private void awaitFill() {
        Await.until("the fill is booked", () -> !fills().isEmpty());
    }

    /** What a router would start with has the fill, once. */
    private void checkBooks(String position) throws IOException {
        try (Run run = start(true)) {
            run.house()
                    .work(
                            () ->
                                    assertThat(
                                                    run.house()
                                                            .engine()
                                                            .router()
                                                            .exposures()
                                                            .position(
                                                                    Scope.of(Fixtures.ACC1),
                                                                    Fixtures.AAPL))
                                            .isEqualByComparingTo(position));
        }
    }
}
