package io.sluice.adapter.console;

import io.sluice.order.Command;
import io.sluice.order.Event;
import io.sluice.order.LimitInForce;
import io.sluice.order.Symbol;
import io.sluice.port.Health;
import io.sluice.port.LimitsInForce;
import io.sluice.port.Positions.Position;
import io.sluice.port.SessionStatus;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A real HTTP API on a free port, with nothing but fakes behind it. */
public final class FakeRouter implements AutoCloseable {

    public static final String TOKEN = "token-of-the-test-0123456789-0123456789-012";

    public static final String METRICS = "sluice_orders_total 3.0\n";

    static final KnownScopes SCOPES =
            new KnownScopes(
                    List.of("OMS44", "DEMO"),
                    List.of("ALPHA", "DELTA"),
                    List.of("ACC1", "ACC2"),
                    List.of("AAPL", "MSFT"));

    public final FakeJournal journal = new FakeJournal();
    public final List<Command> commands = Collections.synchronizedList(new ArrayList<>());
    public final CountDownLatch stopped = new CountDownLatch(1);
    public final FakeKillSwitch killSwitch = new FakeKillSwitch();
    public final HttpApi api;

    private final OrderViews views = new OrderViews(2);
    private volatile CompletableFuture<List<Event>> answer =
            CompletableFuture.completedFuture(List.of());
    private volatile CompletableFuture<List<Position>> held =
            CompletableFuture.completedFuture(List.of());
    private volatile Health.Check journalCheck = new Health.Check("journal", true, "writable");

    public FakeRouter() throws IOException {
        this(true);
    }

    FakeRouter(boolean metricsToken) throws IOException {
        this(metricsToken, Optional.empty());
    }

    /** One with an order book store. */
    public FakeRouter(Optional<HttpApi.Store> store) throws IOException {
        this(true, store);
    }

    private FakeRouter(boolean metricsToken, Optional<HttpApi.Store> store) throws IOException {
        journal.follow("console", 0, views);
        api =
                HttpApi.start(
                        new HttpApi.Address("127.0.0.1", 0),
                        TOKEN,
                        "1.2.3",
                        new HttpApi.Parts(
                                views,
                                journal,
                                this::submit,
                                () -> held,
                                new FakeLimits(),
                                killSwitch,
                                SCOPES,
                                FakeRouter::sessions,
                                this::checks,
                                new HttpApi.Watching(journal, () -> METRICS, metricsToken),
                                store),
                        stopped::countDown);
    }

    public void answers(Event... events) {
        answer = CompletableFuture.completedFuture(List.of(events));
    }

    public void refusesCommands(Throwable cause) {
        answer = CompletableFuture.failedFuture(cause);
    }

    public void holds(Position... positions) {
        held = CompletableFuture.completedFuture(List.of(positions));
    }

    public void refusesQuestions(Throwable cause) {
        held = CompletableFuture.failedFuture(cause);
    }

    public void losesItsJournal() {
        journalCheck = new Health.Check("journal", false, "the disk is full");
    }

    @Override
    public void close() {
        api.close();
    }

    private CompletableFuture<List<Event>> submit(Command command) {
        commands.add(command);
        return answer;
    }

    private List<Health.Check> checks() {
        return List.of(new Health.Check("recovered", true, "12 frames"), journalCheck);
    }

    /** Two limits, one of them used. */
    static final class FakeLimits implements LimitsInForce {

        @Override
        public String version() {
            return "abc";
        }

        @Override
        public CompletableFuture<List<LimitInForce>> limits() {
            return CompletableFuture.completedFuture(
                    List.of(
                            LimitInForce.perOrder("firm", "maxOrderQty", new BigDecimal("1000")),
                            LimitInForce.used(
                                            "account:ACC1",
                                            "maxPosition",
                                            new BigDecimal("500"),
                                            new BigDecimal("140"))
                                    .mostIn(new Symbol("AAPL"))));
        }
    }

    private static List<SessionStatus> sessions() {
        return List.of(
                new SessionStatus(
                        "FIX.4.4:SLUICE->DEMO",
                        SessionStatus.Role.OMS,
                        true,
                        true,
                        true,
                        true,
                        17,
                        12,
                        0,
                        Optional.of("127.0.0.1:50000"),
                        Optional.of(Instant.parse("2026-03-02T14:30:07Z")),
                        Optional.empty()),
                new SessionStatus(
                        "FIX.4.4:SLUICE->ALPHA",
                        SessionStatus.Role.BROKER,
                        false,
                        false,
                        false,
                        true,
                        1,
                        1,
                        3,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("connection refused")));
    }
}
