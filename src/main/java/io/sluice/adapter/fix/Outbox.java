package io.sluice.adapter.fix;

import io.sluice.port.Clock;
import io.sluice.port.Latencies;
import io.sluice.port.SendPermit;
import io.sluice.port.SessionStatus;
import io.sluice.port.Staging;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Holds every byte back until the frame that caused it is durable. The engine's thread stages and
 * seals, the journal's thread releases.
 */
public final class Outbox implements Staging {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** How long a closing connection may take to send its last bytes. */
    private static final long CLOSE_PATIENCE_MILLIS = 2_000;

    private final Clock clock;
    private final Arrival arrival = new Arrival();
    private final OutboundQueue.Rules rules;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Connection> staged = new LinkedHashSet<>();
    private Staged.@Nullable OrderMark nextMark;
    private volatile BiConsumer<Staged, String> notSent = (_, _) -> {};
    private volatile long released;
    private volatile boolean failed;

    public Outbox(SendPermit permit, Clock clock) {
        this.clock = clock;
        this.rules =
                new OutboundQueue.Rules(
                        permit,
                        clock,
                        (staged, why) -> notSent.accept(staged, why),
                        () -> released);
    }

    /** Told, on any thread, of orders and replaces that were stopped before they left. */
    void onNotSent(BiConsumer<Staged, String> listener) {
        notSent = listener;
    }

    OutboundQueue.Rules rules() {
        return rules;
    }

    void opened(Connection connection) {
        connections.add(connection);
    }

    void closed(Connection connection) {
        connections.remove(connection);
        connection.outbound().closeNow("the connection was lost before it left");
    }

    /** The next message staged is an order or a replace. Engine's thread. */
    void markNext(Staged.OrderMark mark) {
        nextMark = mark;
    }

    /** Whether the marked message was staged; a connection that is closed takes none. */
    boolean tookMark() {
        boolean took = nextMark == null;
        nextMark = null;
        return took;
    }

    /** Takes one message of QuickFIX/J, or of the resender. Engine's thread. */
    void stage(Connection connection, String text) {
        String msgType = FixText.msgType(text);
        if (msgType.equals("4") && connection.swallowsGapFill()) {
            connection.swallowNextGapFill(false);
            return;
        }
        Staged message =
                new Staged(
                        msgType,
                        text,
                        clock.now().toEpochMilli(),
                        Optional.ofNullable(nextMark),
                        arrival.stopwatch(nextMark != null, isReport(connection, msgType)));
        if (connection.outbound().stage(message)) {
            nextMark = null;
            staged.add(connection);
        }
    }

    @Override
    public boolean hasStaged() {
        return !staged.isEmpty();
    }

    /** A frame can be durable before it is sealed here: then nobody else would release it. */
    @Override
    public void seal(long position) {
        for (Connection connection : staged) {
            connection.outbound().seal(position);
            if (failed && isBroker(connection)) {
                connection.outbound().letGo();
            } else if (position <= released) {
                connection.outbound().flush(released);
            }
            cutIfOverfull(connection);
        }
        staged.clear();
    }

    private static void cutIfOverfull(Connection connection) {
        if (connection.outbound().isOverfull()) {
            LOG.error(
                    "ALARM: {} does not read: more than {} bytes wait for it; cutting it off",
                    connection,
                    OutboundQueue.MAX_WAITING);
            connection.cut("it was cut off: it did not read");
        }
    }

    @Override
    public void release(long durable) {
        released = durable;
        for (Connection connection : connections) {
            connection.outbound().flush(durable);
        }
    }

    @Override
    public List<String> quiesce(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<Connection, Long> marks = new LinkedHashMap<>();
        for (Connection connection : connections) {
            marks.put(connection, connection.outbound().ordersHandedOver());
        }
        List<String> late = new ArrayList<>();
        marks.forEach(
                (connection, mark) -> {
                    if (!connection.outbound().awaitLeft(mark, deadline)) {
                        late.add(name(connection));
                    }
                });
        return late;
    }

    private static String name(Connection connection) {
        FixSession session = connection.session();
        return session == null ? connection.toString() : session.name();
    }

    /**
     * Toward brokers everything at hand leaves but orders and replaces; no OMS is told anything.
     */
    @Override
    public void journalFailed() {
        failed = true;
        for (Connection connection : connections) {
            if (isBroker(connection)) {
                connection.outbound().letGo();
            }
        }
    }

    private static boolean isBroker(Connection connection) {
        FixSession session = connection.session();
        return session != null && session.role() == SessionStatus.Role.BROKER;
    }

    private static boolean isReport(Connection connection, String msgType) {
        FixSession session = connection.session();
        return session != null
                && session.role() == SessionStatus.Role.OMS
                && (msgType.equals("8") || msgType.equals("9"));
    }

    /** How long orders and reports took through the router. */
    public Latencies latencies() {
        return arrival.latencies();
    }

    Arrival arrival() {
        return arrival;
    }

    /** About once a second: closes what should have closed, and what never logged on. */
    void tick(long logonPatienceMillis) {
        long now = clock.now().toEpochMilli();
        for (Connection connection : connections) {
            if (failed && isBroker(connection)) {
                connection.outbound().letGo();
            }
            connection.closeIfOverdue(now, CLOSE_PATIENCE_MILLIS);
            if (connection.session() == null
                    && now - connection.openedAtMillis() > logonPatienceMillis) {
                LOG.warn(
                        "{} did not log on within {} ms; closing it",
                        connection,
                        logonPatienceMillis);
                connection.cut("it did not log on");
            }
        }
    }
}
