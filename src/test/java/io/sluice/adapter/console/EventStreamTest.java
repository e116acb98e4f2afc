package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Frame;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What becomes of a reader that takes nothing: its socket never has room. */
class EventStreamTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final List<String> told = new ArrayList<>();
    private final List<Callback> unwritten = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private int cuts;
    private final EventStream stream =
            new EventStream(session(), Set.of(), StreamPlace.afterFrame(0), PATIENCE);

    @Test
    void aFullOutboxEndsTheStreamAndSaysWhereToResume() {
        long position = 0;
        while (ends.isEmpty() && position < 100_000) {
            position += 10;
            stream.take(position, frame());
        }

        assertThat(ends).containsExactly("4408 too slow: resume with after=" + stream.last());
        assertThat(told.stream().mapToInt(String::length).sum())
                .isLessThanOrEqualTo(EventStream.OUTBOX);
        assertThat(told.getLast()).contains("\"seq\":\"" + (position - 10) + "-0\"");
    }

    @Test
    void nothingIsToldAfterTheEnd() {
        stream.finish(StreamEnd.stopping(stream.last()));

        stream.take(10, frame());

        assertThat(told).isEmpty();
        assertThat(ends).hasSize(1);
    }

    @Test
    void aReaderThatDoesNotTakeItsEndIsCutOff() {
        stream.finish(StreamEnd.stopping(stream.last()));

        stream.cutIfOverdue(Duration.ofDays(1));
        assertThat(cuts).isZero();

        stream.cutIfOverdue(Duration.ofNanos(-1));
        assertThat(cuts).isOne();
    }

    @Test
    void whatLeavesMakesRoom() {
        for (long position = 10; position <= 100_000; position += 10) {
            stream.take(position, frame());
            unwritten.forEach(Callback::succeed);
            unwritten.clear();
        }

        assertThat(ends).isEmpty();
        assertThat(told).hasSize(10_000);
    }

    @Test
    void aHeartbeatIsNotAddedToWhatWaits() {
        stream.heartbeat(NOW);
        stream.heartbeat(NOW);

        assertThat(told).singleElement().asString().contains("\"seq\":\"0\"", "Heartbeat");
    }

    private static Frame frame() {
        return new Frame(1, NOW, List.of(new Frame.Happened(Story.received(1, "AAPL"))));
    }

    /** Only what a stream uses of a session. */
    private Session session() {
        return (Session)
                Proxy.newProxyInstance(
                        Session.class.getClassLoader(),
                        new Class<?>[] {Session.class},
                        (_, method, arguments) -> {
                            switch (method.getName()) {
                                case "sendText" -> {
                                    told.add((String) arguments[0]);
                                    unwritten.add((Callback) arguments[1]);
                                }
                                case "sendPing" -> {}
                                case "close" -> ends.add(arguments[0] + " " + arguments[1]);
                                case "disconnect" -> cuts++;
                                default ->
                                        throw new UnsupportedOperationException(method.getName());
                            }
                            return null;
                        });
    }
}
