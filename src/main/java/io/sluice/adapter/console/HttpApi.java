package io.sluice.adapter.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson3;
import io.javalin.security.RouteRole;
import io.javalin.util.JavalinBindException;
import io.sluice.port.Health;
import io.sluice.port.Journal;
import io.sluice.port.JournalFigures;
import io.sluice.port.KillSwitch;
import io.sluice.port.LimitsInForce;
import io.sluice.port.Operator;
import io.sluice.port.OrderRecords;
import io.sluice.port.Positions;
import io.sluice.port.Sessions;
import io.sluice.port.StoreAwayException;
import io.sluice.port.StoreHealth;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The router's HTTP API: looking at orders and sessions, canceling, stopping. Runs on threads of
 * its own; never on the engine's. Every route but {@code /health/*} wants the token.
 */
public final class HttpApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);

    /** Where to listen; port 0 is any free one. */
    public record Address(String host, int port) {}

    /** Everything that the API shows or passes on to. */
    public record Parts(
            OrderViews views,
            Journal journal,
            Operator operator,
            Positions positions,
            LimitsInForce limits,
            KillSwitch killSwitch,
            KnownScopes scopes,
            Sessions sessions,
            Health health,
            Watching watching,
            Optional<Store> store) {}

    /**
     * What is there for those who watch.
     *
     * @param figures tell how far back a stream may begin
     * @param metrics the page for Prometheus
     * @param metricsToken whether that page wants the token
     */
    public record Watching(
            JournalFigures figures, Supplier<String> metrics, boolean metricsToken) {}

    /** A route as the server has it, such as {@code GET /api/v1/orders/<id>}. */
    public record Route(String method, String path) {}

    /** The order book store. */
    public record Store(OrderRecords records, StoreHealth health) {}

    /** Who may call a route. */
    private enum Access implements RouteRole {
        ANYONE,
        TOKEN
    }

    private static final String METRICS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String STREAM = "/api/v1/stream";

    private final Javalin server;
    private final EventStreams streams;

    private HttpApi(Javalin server, EventStreams streams) {
        this.server = server;
        this.streams = streams;
    }

    /**
     * Listens at the address.
     *
     * @param token what callers must show
     * @param stop stops the router; called once for each request to stop, on a thread of its own
     */
    public static HttpApi start(
            Address address, String token, String version, Parts parts, Runnable stop)
            throws IOException {
        StoreRoutes store = new StoreRoutes(parts.store().map(Store::records));
        OrderRoutes orders =
                new OrderRoutes(
                        parts.views(),
                        new OrderHistory(parts.journal()),
                        parts.operator(),
                        parts.store().map(Store::records));
        StatusRoutes status =
                new StatusRoutes(
                        version,
                        parts.views(),
                        parts.journal(),
                        parts.sessions(),
                        parts.health(),
                        parts.store().map(Store::health),
                        parts.killSwitch(),
                        stop);
        EventStreams streams =
                new EventStreams(
                        parts.journal(), parts.watching().figures(), EventStreams.Pace.STOCK);
        KillRoutes kills = new KillRoutes(parts.killSwitch(), parts.scopes());
        Javalin server =
                Javalin.create(
                        config -> {
                            settings(config);
                            guard(config.routes, new AccessToken(token));
                            routes(config.routes, orders, status);
                            watching(config.routes, parts, streams);
                            config.routes.get(
                                    "/api/v1/executions", store::executions, Access.TOKEN);
                            config.routes.post(
                                    "/api/v1/store/rebuild", store::rebuild, Access.TOKEN);
                            routes(config.routes, kills);
                            problems(config.routes);
                        });
        try {
            return new HttpApi(server.start(address.host(), address.port()), streams);
        } catch (JavalinBindException e) {
            streams.close();
            server.stop();
            throw new IOException(
                    "The console cannot listen on " + address.host() + ":" + address.port(), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** How many streams of events are open. */
    public int streams() {
        return streams.count();
    }

    /** Every route that the server has, asked from itself: the WebSocket's as WS. */
    public List<Route> routes() {
        var http =
                server.unsafe.internalRouter.allHttpHandlers().stream()
                        .map(it -> it.endpoint)
                        .filter(it -> it.method.isHttpMethod())
                        .map(it -> new Route(it.method.name(), it.path));
        var sockets =
                server.unsafe.internalRouter.allWsHandlers().stream()
                        .map(it -> new Route("WS", it.getPath()));
        return Stream.concat(http, sockets).toList();
    }

    @Override
    public void close() {
        streams.close();
        server.stop();
    }

    private static void settings(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = RequestBody.MAX_BYTES;
        config.jsonMapper(new JavalinJackson3(ConsoleJson.MAPPER, true));
    }

    /** Twice: unknown routes under /api do not tell strangers that they are unknown. */
    private static void guard(RoutesConfig routes, AccessToken token) {
        routes.before("/api/*", token::require);
        routes.wsBeforeUpgrade(token::requireForUpgrade);
        routes.beforeMatched(
                http -> {
                    if (!http.routeRoles().contains(Access.ANYONE)) {
                        token.require(http);
                    }
                });
    }

    private static void routes(RoutesConfig routes, OrderRoutes orders, StatusRoutes status) {
        routes.get("/health/live", status::live, Access.ANYONE);
        routes.get("/health/ready", status::ready, Access.ANYONE);
        routes.get("/api/v1/status", status::status, Access.TOKEN);
        routes.get("/api/v1/sessions", status::sessions, Access.TOKEN);
        routes.post("/api/v1/stop", status::stop, Access.TOKEN);
        routes.get("/api/v1/orders", orders::list, Access.TOKEN);
        routes.get("/api/v1/orders/<id>", orders::show, Access.TOKEN);
        routes.post("/api/v1/orders/<id>/cancel", orders::cancel, Access.TOKEN);
    }

    private static void watching(RoutesConfig routes, Parts parts, EventStreams streams) {
        routes.get("/api/v1/positions", new PositionRoutes(parts.positions())::list, Access.TOKEN);
        routes.get("/api/v1/limits", new LimitRoutes(parts.limits())::list, Access.TOKEN);
        routes.get(
                "/metrics",
                http -> http.result(parts.watching().metrics().get()).contentType(METRICS_TEXT),
                parts.watching().metricsToken() ? Access.TOKEN : Access.ANYONE);
        routes.get(STREAM, HttpApi::noUpgrade, Access.TOKEN);
        routes.ws(STREAM, streams::serve, Access.TOKEN);
    }

    private static void noUpgrade(Context http) {
        http.header("Upgrade", "websocket");
        throw Problem.of(426, "Upgrade required", http.path() + " is a WebSocket").asException();
    }

    private static void routes(RoutesConfig routes, KillRoutes kills) {
        routes.post("/api/v1/kill-switch", kills::kill, Access.TOKEN);
        routes.get("/api/v1/kill-switch", kills::list, Access.TOKEN);
        routes.get("/api/v1/kill-switch/<killId>", kills::show, Access.TOKEN);
        routes.delete("/api/v1/kill-switch/<scope>", kills::rearm, Access.TOKEN);
    }

    private static void problems(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, http) -> answer(http, e.problem()));
        routes.exception(
                StoreAwayException.class,
                (e, http) ->
                        answer(
                                http,
                                Problem.of(503, "Store away", String.valueOf(e.getMessage()))));
        routes.exception(
                HttpResponseException.class, (e, http) -> answer(http, notServed(e, http)));
        routes.exception(Exception.class, HttpApi::failed);
    }

    private static Problem notServed(HttpResponseException e, Context http) {
        String request = http.method() + " " + http.path();
        return switch (e.getStatus()) {
            case 404 -> Problem.of(404, "Unknown route", request + " is no route of this API");
            case 405 ->
                    Problem.of(405, "Method not allowed", request + " is not served by this API");
            default -> Problem.of(e.getStatus(), "Not served", request + ": " + e.getMessage());
        };
    }

    /** The top of every request: what nobody expected ends here, and the router goes on. */
    private static void failed(Exception e, Context http) {
        LOG.error("{} {} failed", http.method(), http.path(), e);
        answer(
                http,
                Problem.of(
                        500,
                        "Internal error",
                        http.method() + " " + http.path() + " failed: " + e));
    }

    private static void answer(Context http, Problem problem) {
        http.status(problem.status()).json(problem).contentType("application/problem+json");
    }
}
