package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.OrderId;
import io.sluice.order.Symbol;
import io.sluice.port.OrderRecords.ExecutionFilter;
import io.sluice.port.OrderRecords.OrderFilter;
import io.sluice.port.OrderRecords.Place;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The routes that read the order book store. */
class StoreRoutesTest {

    private final FakeRecords records = new FakeRecords();
    private final HttpClient http = HttpClient.newHttpClient();
    private FakeRouter router;

    StoreRoutesTest() throws IOException {
        router = new FakeRouter(Optional.of(records.store()));
    }

    @BeforeEach
    void recordAnExecution() {
        records.recordOne();
    }

    @AfterEach
    void close() {
        router.close();
        http.close();
    }

    @Test
    void executionsAreShownFlat() throws Exception {
        records.hasMore = true;
        JsonNode answer = json(get("/api/v1/executions?order=O1"));

        assertThat(answer.toString())
                .isEqualTo(
                        "{\"executions\":[{\"at\":\"2026-03-02T14:30:00.123456Z\","
                                + "\"orderId\":\"O1\",\"oms\":\"OMS44\",\"clOrdId\":\"C1\","
                                + "\"account\":\"ACC1\",\"symbol\":\"AAPL\",\"side\":\"BUY\","
                                + "\"venue\":\"ALPHA\",\"position\":640,\"execId\":\"E1\","
                                + "\"venueExecId\":\"B1\",\"execType\":\"TRADE\","
                                + "\"ordStatus\":\"PARTIALLY_FILLED\",\"lastQty\":\"30\","
                                + "\"lastPx\":\"187.5\",\"cumQty\":\"30\",\"leavesQty\":\"70\","
                                + "\"avgPx\":\"187.5\",\"text\":\"\"}],"
                                + "\"next\":\"640.1\",\"position\":4711}");
    }

    @Test
    void everyParameterOfExecutionsIsPassedOn() throws Exception {
        get(
                "/api/v1/executions?order=O1&oms=OMS44&account=ACC1&symbol=AAPL"
                        + "&from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z&limit=7&after=640.1");

        assertThat(records.asked)
                .containsExactly(
                        new ExecutionFilter(
                                Optional.of(new OrderId("O1")),
                                Optional.of(new OmsId("OMS44")),
                                Optional.of(new Account("ACC1")),
                                Optional.of(new Symbol("AAPL")),
                                Optional.of(Instant.parse("2026-03-02T00:00:00Z")),
                                Optional.of(Instant.parse("2026-03-03T00:00:00Z")),
                                7,
                                Optional.of(new Place(640, 1))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "limit=0; limit must be a whole number from 1 to 1000, was '0'",
                "limit=many; limit must be a whole number from 1 to 1000, was 'many'",
                "from=yesterday; from must be a time such as 2026-03-02T14:30:00Z, was 'yesterday'",
                "to=; to must be a time such as 2026-03-02T14:30:00Z, was ''",
                "after=640; after must be the next of a page, was '640'",
                "after=-1.0; after must be the next of a page, was '-1.0'",
                "order=; order must be an id of 1 to 64 characters, was ''",
                "oms=A&oms=B; oms must be given once, was 'A,B'",
                "venue=ALPHA; venue must be left out: known are [order, oms, account, symbol, from,"
                        + " to, limit, after], was 'ALPHA'",
            })
    void aBadParameterIsTold(String query, String detail) throws Exception {
        HttpResponse<String> answer = get("/api/v1/executions?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asString()).isEqualTo(detail);
    }

    @Test
    void whatIsOpenComesFromMemoryAndTheRestFromTheStore() throws Exception {
        router.journal.happen(Story.received(1, "AAPL"), Story.routed(1));

        JsonNode open = json(get("/api/v1/orders"));
        assertThat(open.path("orders").findValuesAsString("id")).containsExactly("O1");
        assertThat(open.path("position").asLong()).isEqualTo(router.journal.durable());
        assertThat(records.asked).isEmpty();

        JsonNode ended = json(get("/api/v1/orders?state=ended&symbol=MSFT&limit=5&after=O9"));
        assertThat(ended.path("orders").findValuesAsString("id")).containsExactly("O9");
        assertThat(ended.path("position").asLong()).isEqualTo(FakeRecords.POSITION);
        assertThat(records.asked)
                .containsExactly(
                        new OrderFilter(
                                true,
                                Optional.empty(),
                                Optional.of(new Symbol("MSFT")),
                                5,
                                Optional.of(new OrderId("O9"))));
        assertThat(get("/api/v1/orders?state=all&after=O77").statusCode()).isEqualTo(400);
    }

    @Test
    void anOrderThatHasLeftMemoryIsShownFromTheStore() throws Exception {
        JsonNode order = json(get("/api/v1/orders/O9"));

        assertThat(order.path("symbol").asString()).isEqualTo("MSFT");
        assertThat(order.path("position").asLong()).isEqualTo(FakeRecords.POSITION);
        assertThat(order.path("events").path(0).path("type").asString()).isEqualTo("OrderReceived");
        assertThat(get("/api/v1/orders/O10").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/orders/" + "X".repeat(65)).statusCode()).isEqualTo(404);
    }

    @Test
    void aStoreThatIsAwayIsAProblemOfHistoryOnly() throws Exception {
        records.away = true;
        for (String path : List.of("/api/v1/executions", "/api/v1/orders?state=all")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(json(answer).path("type").asString())
                    .isEqualTo("urn:sluice:problem:store-away");
        }
        assertThat(get("/api/v1/orders").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aRebuildIsBegunAndNotWaitedFor() throws Exception {
        HttpResponse<String> answer =
                send(request("/api/v1/store/rebuild").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"rebuilding\":true}");
        assertThat(records.rebuilds).isEqualTo(1);
    }

    @Test
    void theStatusShowsHowFarTheStoreIsBehind() throws Exception {
        JsonNode store = json(get("/api/v1/status")).path("store");

        assertThat(store.path("behindBytes").asLong()).isEqualTo(8);
        assertThat(store.path("behindMillis").asLong()).isEqualTo(250);
    }

    @Test
    void withoutAStoreThereIsNoHistory() throws Exception {
        router.close();
        router = new FakeRouter();

        assertThat(get("/api/v1/executions").statusCode()).isEqualTo(503);
        assertThat(get("/api/v1/orders?state=all").statusCode()).isEqualTo(200);
        assertThat(json(get("/api/v1/status")).path("store").isNull()).isTrue();
    }

    @Test
    void strangersSeeNothing() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/executions")).GET().build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + FakeRouter.TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + router.api.port() + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
