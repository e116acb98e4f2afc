package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Events over a WebSocket, from a real server. */
class StreamTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeRouter router = new FakeRouter();

    StreamTest() throws IOException {}

    @AfterEach
    void stop() {
        router.close();
        http.close();
    }

    @Test
    void eventsComeAsTheyHappen() throws Exception {
        Reader reader = open("");
        assertThat(reader.next().path("type").asString()).isEqualTo("Heartbeat");

        router.journal.happen(Story.received(1, "AAPL"), Story.routed(1));

        JsonNode received = reader.next();
        assertThat(received.path("type").asString()).isEqualTo("OrderReceived");
        assertThat(received.path("seq").asString()).isEqualTo("10-0");
        assertThat(received.path("at").asString()).isEqualTo("2026-03-02T14:30:00Z");
        assertThat(received.path("terms").path("symbol").asString()).isEqualTo("AAPL");
        assertThat(reader.next().path("seq").asString()).isEqualTo("10-1");
    }

    @Test
    void aReaderGoesOnWhereItWas() throws Exception {
        router.journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        router.journal.happen(Story.accepted(1));

        Reader reader = open("?after=10-0");

        assertThat(reader.next().path("seq").asString()).isEqualTo("10-0");
        assertThat(reader.next().path("type").asString()).isEqualTo("OrderRouted");
        assertThat(reader.next().path("seq").asString()).isEqualTo("20-0");
    }

    @Test
    void aWholeFrameIsNotToldAgain() throws Exception {
        router.journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        router.journal.happen(Story.accepted(1));

        Reader reader = open("?after=10");

        reader.next();
        assertThat(reader.next().path("type").asString()).isEqualTo("OrderAccepted");
    }

    @Test
    void theOldestIsWhereTheJournalBegins() throws Exception {
        router.journal.happen(Story.received(1, "AAPL"));

        Reader reader = open("?after=oldest");

        reader.next();
        assertThat(reader.next().path("seq").asString()).isEqualTo("10-0");
    }

    @Test
    void onlyTheTypesAskedForAreTold() throws Exception {
        router.journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        router.journal.happen(Story.accepted(1));

        Reader reader = open("?after=0&types=OrderRouted,OrderFilled");
        reader.next();
        assertThat(reader.next().path("seq").asString()).isEqualTo("10-1");

        router.journal.happen(Story.filled(1, "40", "40"));
        assertThat(reader.next().path("type").asString()).isEqualTo("OrderFilled");
    }

    @Test
    void whatCannotBeServedIsClosedWithItsReason() throws Exception {
        router.journal.happen(Story.received(1, "AAPL"));

        assertThat(open("?after=x").end())
                .isEqualTo("4400 after must be a seq of the stream or oldest, was 'x'");
        assertThat(open("?types=Filled").end())
                .isEqualTo("4400 types must be names of events, was 'Filled'");
        assertThat(open("?from=1").end()).isEqualTo("4400 unknown or given twice: from");
        assertThat(open("?after=11").end())
                .isEqualTo("4416 after=11 is beyond the end of the journal, 10");
    }

    @Test
    void whatTheJournalHasNoLongerIsToldWithTheOldestThatItHas() throws Exception {
        router.journal.happen(Story.received(1, "AAPL"));
        router.journal.beginsAt(5);

        assertThat(open("?after=4").end())
                .isEqualTo("4410 the journal has no longer what comes next: after=5");
        assertThat(open("?after=5").next().path("seq").asString()).isEqualTo("5");
    }

    @Test
    void aStreamTooManyIsRefusedAndAnEndedOneMakesRoom() throws Exception {
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < EventStreams.MAX_STREAMS; i++) {
            Reader reader = open("");
            reader.next();
            readers.add(reader);
        }
        assertThat(open("").end()).startsWith("4429 16 streams are open already");

        readers.getFirst().socket.join().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        readers.getLast().socket.join().abort();

        for (int i = 0; i < 2; i++) {
            Reader late = open("");
            while (late.isRefused()) {
                late = open("");
            }
        }
    }

    @Test
    void theRouterSaysGoodbyeWhenItStops() throws Exception {
        router.journal.happen(Story.received(1, "AAPL"));
        Reader reader = open("?after=0");
        reader.next();
        reader.next();

        router.close();

        assertThat(reader.end()).isEqualTo("1001 the router is stopping: resume with after=10");
    }

    @Test
    void withoutTheTokenThereIsNoUpgrade() {
        CompletableFuture<WebSocket> opening =
                http.newWebSocketBuilder().buildAsync(uri(""), new Reader());

        assertThatThrownBy(opening::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        it -> assertThat(it.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void aBrowserShowsTheTokenAsAProtocol() throws Exception {
        Reader reader = new Reader();
        reader.socket.complete(
                http.newWebSocketBuilder()
                        .subprotocols("sluice", "sluice.token." + FakeRouter.TOKEN)
                        .buildAsync(uri(""), reader)
                        .join());

        assertThat(reader.next().path("type").asString()).isEqualTo("Heartbeat");
        assertThat(reader.socket.join().getSubprotocol()).isEqualTo("sluice");
    }

    @Test
    void aWrongTokenAsAProtocolIsRefused() {
        assertThatThrownBy(
                        () ->
                                http.newWebSocketBuilder()
                                        .subprotocols("sluice", "sluice.token.x")
                                        .buildAsync(uri(""), new Reader())
                                        .join())
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void aPlainRequestIsToldToUpgrade() throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(uri("").toString().replace("ws:", "http:")))
                                .header("Authorization", "Bearer " + FakeRouter.TOKEN)
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(426);
    }

    private URI uri(String query) {
        return URI.create("ws://127.0.0.1:" + router.api.port() + "/api/v1/stream" + query);
    }

    private Reader open(String query) {
        Reader reader = new Reader();
        reader.socket.complete(
                http.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + FakeRouter.TOKEN)
                        .buildAsync(uri(query), reader)
                        .join());
        return reader;
    }

    /** Keeps what comes, and how it ended. */
    private static final class Reader implements WebSocket.Listener {

        private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final CompletableFuture<String> end = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        JsonNode next() throws InterruptedException {
            String text = texts.poll(20, TimeUnit.SECONDS);
            assertThat(text).as("the next message; ended: %s", end.getNow("no")).isNotNull();
            return JsonMapper.shared().readTree(text);
        }

        String end() {
            return end.orTimeout(20, TimeUnit.SECONDS).join();
        }

        boolean isRefused() throws InterruptedException {
            String first = texts.poll(100, TimeUnit.MILLISECONDS);
            return first == null && end().startsWith("4429");
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end.complete(code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end.complete("failed: " + error);
        }
    }
}
