package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Account;
import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event.OperatorRefused;
import io.sluice.order.Symbol;
import io.sluice.port.Positions.Position;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

/** The routes that ask the router itself, whatever the console has seen of it. */
class AskingRoutesTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeRouter router;

    AskingRoutesTest() throws IOException {
        router = new FakeRouter();
    }

    @AfterEach
    void close() {
        router.close();
        http.close();
    }

    @Test
    void aCancelOfAnOrderNotSeenYetReachesTheRouter() throws Exception {
        router.answers(Story.cancelRequested(99, "kim"));

        assertThat(cancel("O99", "{\"operator\":\"kim\"}").statusCode()).isEqualTo(202);
        assertThat(router.commands).containsExactly(new CancelByOperator(Story.id(99), "kim"));
    }

    @Test
    void aCancelOfAnOrderThatTheRouterDoesNotKnowIsNamed() throws Exception {
        router.answers(
                new OperatorRefused(
                        Story.id(99), "kim", Denial.of(DenialCode.UNKNOWN_ORDER, "none is O99")));

        HttpResponse<String> answer = cancel("O99", "{\"operator\":\"kim\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("detail").asString()).contains("O99");
    }

    @Test
    void aCancelThatNamesNoOrderIsNotPassedOn() throws Exception {
        String by = "{\"operator\":\"kim\"}";

        assertThat(cancel("DEMO:C99", by).statusCode()).isEqualTo(404);
        assertThat(cancel("9".repeat(65), by).statusCode()).isEqualTo(404);
        assertThat(router.commands).isEmpty();
    }

    @Test
    void positionsAreTheRoutersOwn() throws Exception {
        router.holds(
                new Position(new Account("ACC1"), new Symbol("AAPL"), new BigDecimal("-140.50")));

        assertThat(json(get("/api/v1/positions")).toString())
                .isEqualTo(
                        "{\"positions\":[{\"account\":\"ACC1\",\"symbol\":\"AAPL\","
                                + "\"qty\":\"-140.50\"}]}");
    }

    @Test
    void positionsThatTheRouterDoesNotTellAreAProblem() throws Exception {
        router.refusesQuestions(new IllegalStateException("too much waits"));

        HttpResponse<String> answer = get("/api/v1/positions");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("detail").asString()).contains("too much waits");
    }

    private HttpResponse<String> cancel(String order, String body) throws Exception {
        return send(
                request("/api/v1/orders/" + order + "/cancel").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + router.api.port() + path))
                .header("Authorization", "Bearer " + FakeRouter.TOKEN);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
