package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.endtoend.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;

/** A reader on a real socket that never reads: what waits for it is bounded, and it is cut off. */
class SlowReaderIT {

    /** The outbox, and what the sockets of both ends hold. */
    private static final long AT_MOST = EventStream.OUTBOX + (32L << 20);

    private static final int LEAST_EVENT = 200;

    @Test
    @Timeout(240)
    void whatWaitsIsBoundedAndTheReaderIsCutOff() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                FakeRouter router = new FakeRouter()) {
            WebSocket socket =
                    http.newWebSocketBuilder()
                            .header("Authorization", "Bearer " + FakeRouter.TOKEN)
                            .buildAsync(
                                    URI.create(
                                            "ws://127.0.0.1:"
                                                    + router.api.port()
                                                    + "/api/v1/stream"),
                                    new Deaf())
                            .get();
            Await.until("the stream is open", () -> router.api.streams() == 1);

            long told = 0;
            long longestNanos = 0;
            while (longestNanos < 5_000_000_000L && told * LEAST_EVENT < AT_MOST) {
                told++;
                long since = System.nanoTime();
                router.journal.happen(Story.received((int) told, "AAPL"));
                longestNanos = Math.max(longestNanos, System.nanoTime() - since);
            }

            assertThat(told * LEAST_EVENT).as("bytes before the stream waited").isLessThan(AT_MOST);
            Await.until("the reader is cut off", () -> router.api.streams() == 0);
            socket.abort();
        }
    }

    private static final class Deaf implements WebSocket.Listener {

        @Override
        public void onOpen(WebSocket socket) {}
    }
}
