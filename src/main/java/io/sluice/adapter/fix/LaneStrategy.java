package io.sluice.adapter.fix;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.SessionConnector;

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

    LaneStrategy(
            SessionConnector connector,
            Supplier<@Nullable Connection> current,
            Function<Session, FixSession> sessions,
            FixEvents events) {
        this.connector = connector;
        this.current = current;
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    public void onMessage(Session quickfixSession, Message message) {
        Connection connection = current.get();
        FixSession session = sessions.apply(quickfixSession);
        if (connection == null) {
            throw new IllegalStateException("A message without a connection: " + message);
        }
        if (!events.isEngineThread()) {
            connection.inbound().offer(session.lane(), () -> next(session, connection, message));
            return;
        }
        if (connection.session() == null) {
            session.connected(connection);
        }
        next(session, connection, message);
    }

    /**
     * On the engine's thread. What an earlier connection still had to say is dropped and counted.
     */
    private void next(FixSession session, Connection connection, Message message) {
        if (session.connection() != connection) {
            events.droppedFromEarlierConnection();
            LOG.warn("{}: dropped a message that came before its session left it", connection);
            return;
        }
        session.heard(events.now(), message);
        try {
            session.session().next(message);
        } catch (Exception e) {
            session.failed(e.toString());
            LOG.error("ALARM: {}: a message could not be processed: {}", session.id(), message, e);
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
