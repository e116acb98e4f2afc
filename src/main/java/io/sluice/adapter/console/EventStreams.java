package io.sluice.adapter.console;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.sluice.order.Event;
import io.sluice.port.Journal;
import io.sluice.port.JournalFigures;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The route {@code /api/v1/stream}: all streams of events that are open. Safe for any thread. */
final class EventStreams implements AutoCloseable {

    /** Each costs a thread and the reading of the journal. */
    static final int MAX_STREAMS = 16;

    private static final Set<String> TYPES =
            leaves(Event.class).map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PARAMETERS = Set.of("after", "types");

    private final Journal journal;
    private final JournalFigures figures;
    private final Pace pace;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private record Open(EventStream stream, Journal.Following following) {}

    /**
     * @param heartbeat between two signs of life
     * @param patience how long a reader may leave its outbox full, and then its end untaken
     */
    record Pace(Duration heartbeat, Duration patience) {
        static final Pace STOCK = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    EventStreams(Journal journal, JournalFigures figures, Pace pace) {
        this.journal = journal;
        this.figures = figures;
        this.pace = pace;
        Thread.ofPlatform().daemon().name("streams").start(this::ticks);
    }

    void serve(WsConfig socket) {
        socket.onConnect(this::begin);
        socket.onClose(this::ended);
    }

    private void begin(WsContext socket) {
        Request request = Request.of(socket.queryParamMap());
        if (request.mistake().isPresent()) {
            refuse(socket, StreamEnd.badRequest(request.mistake().get()));
            return;
        }
        StreamPlace after = place(request);
        Optional<StreamEnd> refusal = refusal(after);
        if (refusal.isPresent()) {
            refuse(socket, refusal.get());
            return;
        }
        EventStream stream =
                new EventStream(socket.session, request.types(), after, pace.patience());
        begin(socket, stream, after);
    }

    private synchronized void begin(WsContext socket, EventStream stream, StreamPlace after) {
        if (open.size() >= MAX_STREAMS) {
            refuse(socket, StreamEnd.tooMany(MAX_STREAMS));
            return;
        }
        stream.heartbeat(Instant.now());
        String name = "stream-" + socket.sessionId();
        Journal.Following following = journal.follow(name, after.followAfter(), stream);
        open.put(socket.sessionId(), new Open(stream, following));
    }

    private StreamPlace place(Request request) {
        if (request.fromOldest()) {
            return StreamPlace.afterFrame(figures.oldest());
        }
        return request.after().orElseGet(() -> StreamPlace.afterFrame(journal.durable()));
    }

    private Optional<StreamEnd> refusal(StreamPlace after) {
        long oldest = figures.oldest();
        long durable = journal.durable();
        if (after.position() > Math.max(durable, oldest)) {
            return Optional.of(StreamEnd.beyondTheEnd(after, durable));
        }
        return after.position() < oldest ? Optional.of(StreamEnd.gone(oldest)) : Optional.empty();
    }

    private static void refuse(WsContext socket, StreamEnd why) {
        socket.closeSession(why.code(), why.reason());
    }

    private void ended(WsContext socket) {
        Open ended = open.remove(socket.sessionId());
        if (ended != null) {
            ended.following().close();
        }
    }

    private void ticks() {
        try {
            while (!closing.await(pace.heartbeat().toMillis(), TimeUnit.MILLISECONDS)) {
                tick();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        Instant now = Instant.now();
        for (Open each : open.values()) {
            if (each.following().failure().isPresent()) {
                each.stream().finish(StreamEnd.failed(each.stream().last()));
            }
            each.stream().heartbeat(now);
            each.stream().cutIfOverdue(pace.patience());
        }
    }

    int count() {
        return open.size();
    }

    @Override
    public void close() {
        closing.countDown();
        for (Open each : List.copyOf(open.values())) {
            each.following().close();
            each.stream().finish(StreamEnd.stopping(each.stream().last()));
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventStreams::leaves)
                : Stream.of(type);
    }

    /** What a reader asks for in the query, or what is wrong with it. */
    private record Request(
            Optional<StreamPlace> after,
            boolean fromOldest,
            Set<String> types,
            Optional<String> mistake) {

        static Request of(Map<String, List<String>> parameters) {
            for (Map.Entry<String, List<String>> each : parameters.entrySet()) {
                if (!PARAMETERS.contains(each.getKey()) || each.getValue().size() > 1) {
                    return wrong("unknown or given twice: " + each.getKey());
                }
            }
            Set<String> types = new HashSet<>(words(parameters.get("types")));
            for (String type : types) {
                if (!TYPES.contains(type)) {
                    return wrong("types must be names of events, was '" + type + "'");
                }
            }
            return at(parameters.getOrDefault("after", List.of()), types);
        }

        private static Request at(List<String> given, Set<String> types) {
            if (given.isEmpty()) {
                return new Request(Optional.empty(), false, types, Optional.empty());
            }
            String text = given.getFirst();
            if (text.equals("oldest")) {
                return new Request(Optional.empty(), true, types, Optional.empty());
            }
            Optional<StreamPlace> place = StreamPlace.parse(text);
            return place.isPresent()
                    ? new Request(place, false, types, Optional.empty())
                    : wrong("after must be a seq of the stream or oldest, was '" + text + "'");
        }

        private static List<String> words(@Nullable List<String> given) {
            return given == null ? List.of() : List.of(given.getFirst().split(",", -1));
        }

        private static Request wrong(String why) {
            return new Request(Optional.empty(), false, Set.of(), Optional.of(why));
        }
    }
}
