package io.sluice.adapter.fix;

import io.sluice.port.Lane;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.SessionConnector;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Puts each parsed message into the lane of its session. Called on an I/O thread, or, for the
 * messages of a connection that is being bound, on the engine's.
 */
final class LaneStrategy implements EventHandlingStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(LaneStrategy.class);

    private final SessionConnector connector;
    private final Supplier<@Nullable Connection> current;
    private final Function<Session, FixSession> sessions;
    private final FixEvents events;
    private final Lane aheadLane;

    LaneStrategy(
            SessionConnector connector,
            Supplier<@Nullable Connection> current,
            Function<Session, FixSession> sessions,
            FixEvents events,
            Lane aheadLane) {
        this.connector = connector;
        this.current = current;
        this.sessions = sessions;
        this.events = events;
        this.aheadLane = aheadLane;
    }

    @Override
    public void onMessage(Session quickfixSession, Message message) {
        Connection connection = current.get();
        FixSession session = sessions.apply(quickfixSession);
        if (connection == null) {
            throw new IllegalStateException("A message without a connection: " + message);
        }
        long arrived = System.nanoTime();
        if (!events.isEngineThread()) {
            connection
                    .inbound()
                    .offer(session.lane(), () -> next(session, connection, message, arrived));
            return;
        }
        boolean isNew = connection.session() == null;
        if (isNew) {
            session.connected(connection);
        }
        next(session, connection, message, arrived);
        if (isNew && session.connection() == connection && !session.session().isLoggedOn()) {
            letGo(session);
        }
    }

    /** A Logon that was not taken must not keep the session from the next one. */
    private static void letGo(FixSession session) {
        try {
            session.session().disconnect("Its Logon was not taken", true);
        } catch (IOException e) {
            LOG.error("ALARM: {} could not be reset", session.id(), e);
        }
    }

    /**
     * On the engine's thread. What an earlier connection still had to say is dropped and counted.
     */
    private void next(
            FixSession session, Connection connection, Message message, long arrivedNanos) {
        if (session.connection() != connection) {
            events.droppedFromEarlierConnection();
            if (connection.isFirstDropped()) {
                LOG.warn(
                        "{}: drops what comes after its session has left it; {} messages so far",
                        connection,
                        events.dropped());
            }
            return;
        }
        session.heard(events.now(), message);
        events.arrival().begin(session.role(), arrivedNanos);
        try {
            session.ahead().beginPortion();
            session.session().next(message);
            goOn(session, connection);
        } catch (Exception e) {
            session.failed(e.toString());
            LOG.error("ALARM: {}: a message could not be processed: {}", session.id(), message, e);
        } finally {
            events.arrival().end();
        }
    }

    /** What was waiting for the message comes in frames of its own, before anything newer. */
    private void goOn(FixSession session, Connection connection) {
        if (session.connection() != connection) {
            return;
        }
        boolean more = session.ahead().has(session.session().getExpectedTargetNum());
        if (session.ahead().isOverfull()
                || (more && !aheadLane.offer(() -> next(session, connection)))) {
            LOG.error("ALARM: {}: too many messages wait for a gap to be filled", connection);
            connection.cut("it was cut off: a gap of its messages was not filled");
        }
    }

    /** The next of the messages that waited; a Logon or ResendRequest was answered when it came. */
    private void next(FixSession session, Connection connection) throws IOException {
        Message message = session.ahead().take(session.session().getExpectedTargetNum());
        if (message == null || session.connection() != connection) {
            return;
        }
        String msgType = message.getHeader().getOptionalString(Tags.MSG_TYPE).orElse("");
        if (msgType.equals("A") || msgType.equals("2")) {
            session.store().incrNextTargetMsgSeqNum();
            goOn(session, connection);
        } else {
            next(session, connection, message, System.nanoTime());
        }
    }

    @Override
    public SessionConnector getSessionConnector() {
        return connector;
    }

    @Override
    public int getQueueSize() {
        return connector.getManagedSessions().stream()
                .mapToInt(session -> sessions.apply(session).lane().size())
                .sum();
    }

    @Override
    public int getQueueSize(SessionID sessionID) {
        Session session = Session.lookupSession(sessionID);
        return session == null ? 0 : sessions.apply(session).lane().size();
    }
}
