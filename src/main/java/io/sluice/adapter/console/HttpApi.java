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
import io.sluice.port.KillSwitch;
import io.sluice.port.Operator;
import io.sluice.port.Positions;
import io.sluice.port.Sessions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

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
            KillSwitch killSwitch,
            KnownScopes scopes,
            Sessions sessions,
            Health health) {}

    /** Who may call a route. */
    private enum Access implements RouteRole {
        ANYONE,
        TOKEN
    }

    private final Javalin server;

    private HttpApi(Javalin server) {
        this.server = server;
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
        OrderRoutes orders =
                new OrderRoutes(parts.views(), new OrderHistory(parts.journal()), parts.operator());
        StatusRoutes status =
                new StatusRoutes(
                        version,
                        parts.views(),
                        parts.journal(),
                        parts.sessions(),
                        parts.health(),
                        parts.killSwitch(),
                        stop);
        KillRoutes kills = new KillRoutes(parts.killSwitch(), parts.scopes());
        PositionRoutes positions = new PositionRoutes(parts.positions());
        Javalin server =
                Javalin.create(
                        config -> {
                            settings(config);
                            guard(config.routes, token);
                            routes(config.routes, orders, status);
                            config.routes.get("/api/v1/positions", positions::list, Access.TOKEN);
                            routes(config.routes, kills);
                            problems(config.routes);
                        });
        try {
            return new HttpApi(server.start(address.host(), address.port()));
        } catch (JavalinBindException e) {
            server.stop();
            throw new IOException(
                    "The console cannot listen on " + address.host() + ":" + address.port(), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
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
    private static void guard(RoutesConfig routes, String token) {
        byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        routes.before("/api/*", http -> requireToken(http, wanted));
        routes.beforeMatched(
                http -> {
                    if (!http.routeRoles().contains(Access.ANYONE)) {
                        requireToken(http, wanted);
                    }
                });
    }

    private static void requireToken(Context http, byte[] wanted) {
        http.header("Cache-Control", "no-store");
        String shown = http.header("Authorization");
        boolean known =
                shown != null
                        && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), wanted);
        if (!known) {
            http.header("WWW-Authenticate", "Bearer");
            String why = shown == null ? "was missing" : "was not the router's";
            throw Problem.of(
                            401,
                            "Unauthorized",
                            "The header 'Authorization: Bearer <token of api.token>' " + why)
                    .asException();
        }
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

    private static void routes(RoutesConfig routes, KillRoutes kills) {
        routes.post("/api/v1/kill-switch", kills::kill, Access.TOKEN);
        routes.get("/api/v1/kill-switch", kills::list, Access.TOKEN);
        routes.get("/api/v1/kill-switch/<id>", kills::show, Access.TOKEN);
        routes.delete("/api/v1/kill-switch/<scope>", kills::rearm, Access.TOKEN);
    }

    private static void problems(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, http) -> answer(http, e.problem()));
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
