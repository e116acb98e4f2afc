package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.Link;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class HttpApiTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private FakeRouter router;

    HttpApiTest() throws IOException {
        router = new FakeRouter();
    }

    @BeforeEach
    void ordersAreThere() {
        router.journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        router.journal.happen(Story.accepted(1));
        router.journal.happen(Story.filled(1, "40", "40"));
        router.journal.happen(Story.received(2, "MSFT"), Story.denied(2));
        router.journal.happen(Story.received(3, "MSFT"), Story.routed(3));
    }

    @AfterEach
    void stop() {
        router.close();
        http.close();
    }

    @Test
    void withoutTheTokenNothingIsTold() throws Exception {
        for (String path : List.of("/api/v1/orders", "/api/v1/status", "/api/nothing")) {
            HttpResponse<String> answer = send(request(path).GET());

            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/problem+json");
        }
    }

    @Test
    void aWrongTokenIsRefused() throws Exception {
        HttpResponse<String> answer =
                send(request("/api/v1/stop").header("Authorization", "Bearer x").POST(empty()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("detail").asString()).contains("was not the router's");
        assertThat(router.stopped.getCount()).isEqualTo(1);
    }

    @Test
    void healthNeedsNoToken() throws Exception {
        assertThat(send(request("/health/live").GET()).statusCode()).isEqualTo(200);

        HttpResponse<String> ready = send(request("/health/ready").GET());
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(json(ready).path("ready").asBoolean()).isTrue();
    }

    @Test
    void aRouterThatCannotTakeOrdersIsNotReady() throws Exception {
        router.losesItsJournal();

        HttpResponse<String> ready = send(request("/health/ready").GET());

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(json(ready).path("checks").path(1).toString())
                .isEqualTo("{\"name\":\"journal\",\"ok\":false,\"detail\":\"the disk is full\"}");
    }

    @Test
    void openOrdersAreListedNewestFirst() throws Exception {
        JsonNode answer = get("/api/v1/orders");

        assertThat(answer.path("orders").findValuesAsString("id")).containsExactly("O3", "O1");
        assertThat(answer.path("next").isNull()).isTrue();
    }

    @Test
    void allOrdersAreListedOnDemand() throws Exception {
        assertThat(get("/api/v1/orders?state=all").path("orders").findValuesAsString("id"))
                .containsExactly("O3", "O2", "O1");
    }

    @Test
    void ordersAreFilteredByOmsAndSymbol() throws Exception {
        assertThat(get("/api/v1/orders?state=all&symbol=MSFT&oms=DEMO").path("orders")).hasSize(2);
        assertThat(get("/api/v1/orders?state=all&oms=OMS44").path("orders")).isEmpty();
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        JsonNode first = get("/api/v1/orders?state=all&limit=2");
        JsonNode second =
                get("/api/v1/orders?state=all&limit=2&after=" + first.path("next").asString());

        assertThat(first.path("orders").findValuesAsString("id")).containsExactly("O3", "O2");
        assertThat(second.path("orders").findValuesAsString("id")).containsExactly("O1");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void aBadParameterIsNamedWithItsValue() throws Exception {
        assertThat(problem("/api/v1/orders?state=closed", 400))
                .isEqualTo("state must be open, ended or all, was 'closed'");
        assertThat(problem("/api/v1/orders?limit=0", 400))
                .isEqualTo("limit must be a whole number from 1 to 1000, was '0'");
        assertThat(problem("/api/v1/orders?limit=many", 400)).contains("was 'many'");
        assertThat(problem("/api/v1/orders?after=O99", 400)).contains("after").contains("'O99'");
        assertThat(problem("/api/v1/orders?oms=", 400)).contains("oms").contains("''");
        assertThat(problem("/api/v1/orders?stat=all", 400)).contains("stat").contains("'all'");
        assertThat(problem("/api/v1/orders?limit=1&limit=2", 400)).contains("'1,2'");
    }

    @Test
    void anOrderIsShownWithItsEvents() throws Exception {
        JsonNode order = get("/api/v1/orders/O1");

        assertThat(order.path("state").asString()).isEqualTo("PARTIALLY_FILLED");
        assertThat(order.path("cumQty").toString()).isEqualTo("\"40\"");
        assertThat(order.path("price").toString()).isEqualTo("\"10.5\"");
        assertThat(order.path("venue").asString()).isEqualTo("ALPHA");
        assertThat(order.path("exDestination").isNull()).isTrue();
        assertThat(order.path("links").path(0).path("venueClOrdId").asString()).isEqualTo("V1");
        assertThat(order.path("events").findValuesAsString("type"))
                .containsExactly("OrderReceived", "OrderRouted", "OrderAccepted", "OrderFilled");
        JsonNode fill = order.path("events").path(3);
        assertThat(fill.path("at").asString()).isEqualTo("2026-03-02T14:30:02Z");
        assertThat(fill.path("trade").toString())
                .isEqualTo("{\"lastQty\":\"40\",\"lastPx\":\"10.5\"}");
        assertThat(fill.path("execution").path("ordStatus").asString())
                .isEqualTo("PARTIALLY_FILLED");
    }

    @Test
    void anOrderIsFoundByTheIdOfItsOms() throws Exception {
        assertThat(get("/api/v1/orders/DEMO:C2").path("id").asString()).isEqualTo("O2");
    }

    @Test
    void anIdMayHoldWhatPathsDoNotLike() throws Exception {
        router.journal.happen(Story.cancelRequestedByOms(1, "C1/ #?%;+X"));
        router.answers(Story.cancelRequested(1, "kim"));

        assertThat(get("/api/v1/orders/DEMO:C1/%20%23%3F%25%3B%2BX").path("id").asString())
                .isEqualTo("O1");
        assertThat(cancel("DEMO:C1/%20%23%3F%25%3B%2BX", "{\"operator\":\"kim\"}").statusCode())
                .isEqualTo(202);
        assertThat(get("/api/v1/orders/DEMO:C1%2F%20%23%3F%25%3B%2BX").path("id").asString())
                .isEqualTo("O1");
    }

    @Test
    void anUnknownOrderIsNamed() throws Exception {
        assertThat(problem("/api/v1/orders/O99", 404)).isEqualTo("No order has the id 'O99'");
        assertThat(problem("/api/v1/orders/OMS44:C1", 404)).contains("'OMS44:C1'");
        assertThat(problem("/api/v1/orders/" + "9".repeat(65), 404)).contains("999");
    }

    @Test
    void anUnknownRouteIsAProblem() throws Exception {
        assertThat(problem("/api/v1/nothing", 404))
                .isEqualTo("GET /api/v1/nothing is no route of this API");
        assertThat(send(request("/nothing").GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongMethodIsAProblem() throws Exception {
        HttpResponse<String> answer = send(known("/api/v1/orders").DELETE());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(json(answer).path("title").asString()).isEqualTo("Method not allowed");
    }

    @Test
    void statusTellsCountersAndJournal() throws Exception {
        JsonNode status = get("/api/v1/status");

        assertThat(status.path("version").asString()).isEqualTo("1.2.3");
        assertThat(status.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(status.path("ready").asBoolean()).isTrue();
        assertThat(status.path("counters").path("orders").asInt()).isEqualTo(3);
        assertThat(status.path("counters").path("open").asInt()).isEqualTo(2);
        assertThat(status.path("journal").toString())
                .isEqualTo(
                        "{\"durable\":50,\"seen\":50,\"backlogBytes\":512,\"backlogAgeMillis\":3}");
    }

    @Test
    void sessionsAreListed() throws Exception {
        JsonNode sessions = get("/api/v1/sessions").path("sessions");

        assertThat(sessions.findValuesAsString("role")).containsExactly("OMS", "BROKER");
        assertThat(sessions.path(0).path("lastMessageAt").asString())
                .isEqualTo("2026-03-02T14:30:07Z");
        assertThat(sessions.path(1).path("lastError").asString()).isEqualTo("connection refused");
    }

    @Test
    void aCancelReachesTheRouterUnderItsOperator() throws Exception {
        router.answers(Story.cancelRequested(1, "kim"));

        HttpResponse<String> answer = cancel("DEMO:C1", "{\"operator\":\"kim\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("events").path(0).path("type").asString())
                .isEqualTo("CancelRequested");
        assertThat(router.commands).containsExactly(new CancelByOperator(Story.id(1), "kim"));
    }

    @Test
    void aRefusedCancelSaysWhy() throws Exception {
        router.answers(
                new RequestRefused(
                        Story.DEMO,
                        Link.Kind.CANCEL,
                        new ClOrdId("X"),
                        new ClOrdId("C2"),
                        Optional.of(Story.id(2)),
                        Denial.of(DenialCode.TOO_LATE, "the order is DENIED"),
                        List.of()));

        HttpResponse<String> answer = cancel("O2", "{\"operator\":\"kim\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("detail").asString())
                .isEqualTo("Order O2: TOO_LATE: the order is DENIED");
    }

    @Test
    void aCancelThatCausedNothingIsNotTakenForDone() throws Exception {
        assertThat(cancel("O1", "{\"operator\":\"kim\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void aRouterThatTakesNoCommandsSaysSo() throws Exception {
        router.refusesCommands(new IllegalStateException("the journal failed"));

        HttpResponse<String> answer = cancel("O1", "{\"operator\":\"kim\"}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("detail").asString()).contains("the journal failed");
    }

    @Test
    void aBadBodyIsAProblem() throws Exception {
        assertThat(cancel("O1", "{\"operator\":").statusCode()).isEqualTo(400);
        assertThat(cancel("O1", "[]").statusCode()).isEqualTo(400);
        assertThat(cancel("O1", "").statusCode()).isEqualTo(400);
        HttpResponse<String> answer = cancel("O1", "{\"operator\":\"\\u0001\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asString()).contains("operator").contains("u0001");
        assertThat(router.commands).isEmpty();
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        String large = "{\"operator\":\"kim\",\"x\":\"" + "x".repeat(70_000) + "\"}";

        HttpResponse<String> answer = cancel("O1", large);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("detail").asString()).contains("65536");
        assertThat(router.commands).isEmpty();
    }

    @Test
    void stopIsAnsweredAndThenDone() throws Exception {
        HttpResponse<String> answer = send(known("/api/v1/stop").POST(empty()));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"stopping\":true}");
        assertThat(router.stopped.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPortInUseIsNamed() {
        HttpApi.Address taken = new HttpApi.Address("127.0.0.1", router.api.port());

        assertThatThrownBy(() -> startAt(taken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + router.api.port());
    }

    @Test
    void whatTheOmsSentIsCarriedExactly() throws Exception {
        JsonNode received = get("/api/v1/orders/O1").path("events").path(0);

        assertThat(received.path("carried").asString())
                .isEqualTo(new CarriedFields("20001=C1\u0001").text());
    }

    private void startAt(HttpApi.Address address) throws IOException {
        HttpApi.Parts parts =
                new HttpApi.Parts(
                        new OrderViews(1),
                        router.journal,
                        _ -> new CompletableFuture<>(),
                        CompletableFuture::new,
                        new FakeRouter.FakeLimits(),
                        new FakeKillSwitch(),
                        FakeRouter.SCOPES,
                        List::of,
                        List::of,
                        new HttpApi.Watching(router.journal, () -> "", true),
                        Optional.empty());
        HttpApi.start(address, "t", "v", parts, () -> {}).close();
    }

    private HttpResponse<String> cancel(String order, String body) throws Exception {
        return send(
                known("/api/v1/orders/" + order + "/cancel").POST(BodyPublishers.ofString(body)));
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send(known(path).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private String problem(String path, int status) throws Exception {
        HttpResponse<String> answer = send(known(path).GET());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("type").asString()).startsWith("urn:sluice:problem:");
        return json(answer).path("detail").asString();
    }

    private HttpRequest.Builder known(String path) {
        return request(path).header("Authorization", "Bearer " + FakeRouter.TOKEN);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + router.api.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher empty() {
        return BodyPublishers.noBody();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
