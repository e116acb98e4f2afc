package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.adapter.console.HttpApi.Route;
import io.sluice.order.Account;
import io.sluice.order.Command;
import io.sluice.order.Event;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.Symbol;
import io.sluice.port.Positions.Position;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What docs/api.md promises of every route that the server has: a row, a section, a real example,
 * problems, and the token.
 */
class ApiContractTest {

    /** How to ask for what the example shows, where the path alone does not say it. */
    private static final Map<String, Recipe> RECIPES =
            Map.of(
                    "GET /api/v1/orders", new Recipe("/api/v1/orders?state=all", ""),
                    "GET /api/v1/orders/{id}", new Recipe("/api/v1/orders/O1", ""),
                    "POST /api/v1/orders/{id}/cancel",
                            new Recipe("/api/v1/orders/O1/cancel", "{\"operator\":\"kim\"}"),
                    "POST /api/v1/kill-switch",
                            new Recipe(
                                    "/api/v1/kill-switch",
                                    "{\"scope\":\"oms:OMS44\",\"reason\":\"x\",\"killId\":\"K3\"}"),
                    "GET /api/v1/kill-switch/{killId}", new Recipe("/api/v1/kill-switch/K1", ""),
                    "DELETE /api/v1/kill-switch/{scope}",
                            new Recipe("/api/v1/kill-switch/oms:OMS44?reason=x", ""),
                    "POST /api/v1/stop", new Recipe("/api/v1/stop", ""));

    private static final List<String> WITHOUT_TOKEN =
            List.of("GET /health/live", "GET /health/ready");

    /** These answer with something other than JSON; tests of their own look at it. */
    private static final List<String> NOT_JSON = List.of("GET /metrics", "WS /api/v1/stream");

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeRecords records = new FakeRecords();
    private final FakeRouter router = new FakeRouter(Optional.of(records.store()));
    private final ApiPage page = ApiPage.read();

    private record Recipe(String path, String body) {}

    ApiContractTest() throws IOException {}

    @BeforeEach
    void somethingHasHappened() {
        router.journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        router.journal.happen(Story.accepted(1));
        router.answers(new Event[] {Story.cancelRequested(1, "kim")});
        records.recordOne();
        router.killSwitch.kills.add(
                new Command.Kill(
                        new KillId("K1"),
                        KillScope.parse("oms:OMS44"),
                        KillMode.BLOCK_AND_CANCEL,
                        "runaway",
                        "kim"));
        router.holds(new Position(new Account("ACC1"), new Symbol("AAPL"), BigDecimal.TEN));
    }

    @AfterEach
    void stop() {
        router.close();
        http.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRouteIsDocumented() {
        return routes().map(route -> DynamicTest.dynamicTest(route, () -> isDocumented(route)));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleHasTheShapeOfARealAnswer() {
        return routes().filter(route -> !NOT_JSON.contains(route) && !isUpgrade(route))
                .map(route -> DynamicTest.dynamicTest(route, () -> exampleIsReal(route)));
    }

    @TestFactory
    Stream<DynamicTest> everyRouteWantsTheToken() {
        return routes().filter(route -> !WITHOUT_TOKEN.contains(route))
                .map(route -> DynamicTest.dynamicTest(route, () -> wantsTheToken(route)));
    }

    @TestFactory
    Stream<DynamicTest> everyWrongMethodIsAProblem() {
        return routes().filter(route -> !route.startsWith("WS "))
                .map(route -> DynamicTest.dynamicTest(route, () -> refusesOtherMethods(route)));
    }

    @Test
    void theServerTellsItsRoutes() {
        assertThat(routes()).contains("GET /api/v1/orders/{id}", "GET /metrics");
    }

    @Test
    void thePageNamesNoRouteThatIsNot() {
        List<String> routes = routes().toList();

        assertThat(page.lines().stream().filter(it -> it.matches("## (GET|POST|DELETE|WS) .*")))
                .allSatisfy(it -> assertThat(routes).contains(it.substring("## ".length())));
    }

    private void isDocumented(String route) {
        assertThat(page.statuses(route))
                .as(
                        "docs/api.md: the table of routes needs a row | `%s` | what | statuses |",
                        route)
                .isPresent();
        assertThat(page.problemStatuses())
                .as("docs/api.md, Errors: needs a row for each status of " + route)
                .containsAll(
                        page.statuses(route).orElseThrow().stream()
                                .filter(it -> it >= 400)
                                .toList());
        if (isUpgrade(route)) {
            return;
        }
        assertThat(page.section(route))
                .as("docs/api.md needs a section '## %s' with a real example", route)
                .isPresent();
        assertThat(page.section(route).orElseThrow())
                .as("docs/api.md: section '## %s' needs an example, indented by four", route)
                .anyMatch(line -> line.startsWith("    "));
    }

    private void exampleIsReal(String route) throws Exception {
        List<ApiPage.Example> examples =
                ApiPage.examples(page.section(route).orElse(List.of())).stream()
                        .filter(it -> !isProblem(it.json()))
                        .toList();
        assertThat(examples)
                .as("docs/api.md: section '## %s' needs an example in JSON", route)
                .isNotEmpty();

        HttpResponse<String> answer = send(recipe(route), route, true);

        assertThat(answer.statusCode())
                .as("%s: %s; ApiContractTest.RECIPES may need a recipe", route, answer.body())
                .isBetween(200, 299);
        JsonNode real = JsonMapper.shared().readTree(answer.body());
        assertThat(JsonShape.differences(examples.getFirst(), real))
                .as("docs/api.md: the example of '## %s' against %s", route, real)
                .isEmpty();
    }

    private void wantsTheToken(String route) throws Exception {
        if (route.startsWith("WS ")) {
            noUpgradeWithoutTheToken(route);
            return;
        }
        HttpResponse<String> answer = send(recipe(route), route, false);

        assertThat(answer.statusCode()).as(route + " without the token").isEqualTo(401);
        isKnownProblem(answer);
    }

    private void noUpgradeWithoutTheToken(String route) {
        URI uri =
                URI.create(
                        "ws://127.0.0.1:"
                                + router.api.port()
                                + route.substring("WS ".length()).replaceAll("[{}]", ""));

        assertThatThrownBy(
                        () ->
                                http.newWebSocketBuilder()
                                        .buildAsync(uri, new WebSocket.Listener() {})
                                        .join())
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        it -> assertThat(it.getResponse().statusCode()).isEqualTo(401));
    }

    private void refusesOtherMethods(String route) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        request(recipe(route).path(), true)
                                .method("PATCH", BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(route).isEqualTo(405);
        isKnownProblem(answer);
    }

    private void isKnownProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(isProblem(problem)).as(answer.body()).isTrue();
        String word = problem.path("type").asString().substring("urn:sluice:problem:".length());
        assertThat(page.problems())
                .as("docs/api.md, Errors: needs a row for the type " + word)
                .contains(word);
    }

    private static boolean isProblem(JsonNode json) {
        return json.path("type").asString("").startsWith("urn:sluice:problem:")
                && json.has("title")
                && json.has("status")
                && json.has("detail");
    }

    /** The route of a WebSocket answers plain requests too, and only tells them so. */
    private static boolean isUpgrade(String route) {
        return route.equals("GET /api/v1/stream");
    }

    private static Recipe recipe(String route) {
        return RECIPES.getOrDefault(route, new Recipe(route.substring(route.indexOf(' ') + 1), ""));
    }

    private Stream<String> routes() {
        return router.api.routes().stream().map(ApiContractTest::name);
    }

    /** As the page writes it. */
    private static String name(Route route) {
        return route.method() + " " + route.path().replace('<', '{').replace('>', '}');
    }

    private HttpResponse<String> send(Recipe recipe, String route, boolean withToken)
            throws Exception {
        String method = route.substring(0, route.indexOf(' '));
        return http.send(
                request(recipe.path(), withToken)
                        .method(method, BodyPublishers.ofString(recipe.body()))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, boolean withToken) {
        URI uri = URI.create("http://127.0.0.1:" + router.api.port() + path.replaceAll("[{}]", ""));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return withToken ? request.header("Authorization", "Bearer " + FakeRouter.TOKEN) : request;
    }
}
