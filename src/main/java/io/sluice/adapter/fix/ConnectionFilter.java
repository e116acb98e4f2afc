package io.sluice.adapter.fix;

import io.sluice.port.Lane;
import io.sluice.port.SessionStatus;
import io.sluice.port.Work;

import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.WriteRequest;
import org.apache.mina.filter.codec.ProtocolDecoderException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.Session;
import quickfix.mina.SessionConnector;

import java.io.IOException;
import java.util.function.Function;

/**
 * The last filter of each chain, between QuickFIX/J's handler and the codec: what goes out is
 * staged in the outbox, what comes in goes to the engine's thread with the identity of its
 * connection.
 *
 * <p>Connections are bound to sessions, and unbound, on the engine's thread only.
 */
final class ConnectionFilter extends IoFilterAdapter {

    static final String NAME = "connection";

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionFilter.class);

    private static final int LONGEST_LINE = 300;

    private final Outbox outbox;
    private final Lane unboundLane;
    private final FixEvents events;
    private final Function<Session, FixSession> sessions;

    /** The connection whose message this thread is handing to QuickFIX/J's handler. */
    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    /** What the filters of all connectors share. */
    record Shared(
            Outbox outbox,
            Lane unboundLane,
            FixEvents events,
            Function<Session, FixSession> sessions) {}

    ConnectionFilter(Shared shared) {
        this.outbox = shared.outbox();
        this.unboundLane = shared.unboundLane();
        this.events = shared.events();
        this.sessions = shared.sessions();
    }

    static @Nullable Connection current() {
        return CURRENT.get();
    }

    /** An initiator's handler binds its session here, which is the engine's business. */
    @Override
    public void sessionCreated(NextFilter next, IoSession io) {
        Connection connection = new Connection(io, next, outbox.rules());
        outbox.opened(connection);
        offerUnbound(
                connection,
                () -> {
                    next.sessionCreated(io);
                    if (io.getAttribute(SessionConnector.QF_SESSION) instanceof Session session) {
                        bindInitiator(sessions.apply(session), connection);
                    }
                });
    }

    /**
     * Logs on at once, not when QuickFIX/J's timer comes by. Should the end of the last connection
     * still be on its way, the new one has to come again.
     */
    private static void bindInitiator(FixSession session, Connection connection)
            throws IOException {
        if (session.connection() == null) {
            session.connected(connection);
            session.session().next();
        } else {
            session.session().disconnect("A connection came before the last one ended", true);
        }
    }

    /** Parsed on the I/O thread, unless the connection is still to be bound by its Logon. */
    @Override
    public void messageReceived(NextFilter next, IoSession io, Object message) {
        MessageSizeFilter.messageEnded(io, message.toString().length());
        Connection connection = Connection.of(io);
        if (message instanceof String text && FixText.isGarbled(text)) {
            LOG.warn("{}: ignored a garbled message: {}", connection, shortened(text));
            return;
        }
        if (connection.session() == null || connection.unbound().get() > 0) {
            offerUnbound(connection, () -> handToHandler(next, connection, io, message));
        } else {
            handToHandler(next, connection, io, message);
        }
    }

    private void offerUnbound(Connection connection, Work work) {
        connection.unbound().incrementAndGet();
        connection
                .inbound()
                .offer(
                        unboundLane,
                        () -> {
                            connection.unbound().decrementAndGet();
                            work.run();
                        });
    }

    private void handToHandler(
            NextFilter next, Connection connection, IoSession io, Object message) {
        CURRENT.set(connection);
        try {
            next.messageReceived(io, readable(connection, message));
        } finally {
            CURRENT.remove();
            PlainMessageFactory.forgetPart();
        }
    }

    /**
     * A group that the dictionary does not know is no reason to reject a message, or to cut it; of
     * a broker's message nothing is.
     */
    private static Object readable(Connection connection, Object message) {
        String whole = message.toString();
        FixSession session = connection.session();
        if (session != null && session.role() == SessionStatus.Role.BROKER) {
            PlainMessageFactory.nextIsPartOf(whole);
            return SessionView.of(whole);
        }
        return UnknownGroups.firstOfEach(whole)
                .map(
                        part -> {
                            PlainMessageFactory.nextIsPartOf(whole);
                            return part;
                        })
                .orElse(whole);
    }

    @Override
    public void sessionClosed(NextFilter next, IoSession io) {
        Connection connection = Connection.of(io);
        FixSession session = connection.session();
        Lane lane = session == null ? unboundLane : session.lane();
        outbox.closed(connection);
        connection.inbound().offer(lane, () -> ended(connection, "the connection was closed"));
    }

    @Override
    public void exceptionCaught(NextFilter next, IoSession io, Throwable cause) {
        Connection connection = Connection.of(io);
        if (!(cause instanceof IOException || cause instanceof ProtocolDecoderException)) {
            LOG.error("ALARM: {}: unexpected failure in its filters", connection, cause);
            return;
        }
        LOG.warn("{}: closing it: {}", connection, firstLine(cause));
        FixSession session = connection.session();
        Lane lane = session == null ? unboundLane : session.lane();
        connection.inbound().offer(lane, () -> ended(connection, cause.toString()));
        connection.cut("its connection failed");
    }

    private static String firstLine(Throwable cause) {
        String text = cause.toString();
        int end = text.indexOf('\n');
        return shortened(end < 0 ? text : text.substring(0, end));
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...";
    }

    /** The end of a connection that its session has left already is nothing to the session. */
    private void ended(Connection connection, String why) throws IOException {
        FixSession session = connection.session();
        if (session == null || session.connection() != connection) {
            countIfLate(session);
            return;
        }
        session.failed(why);
        session.session().disconnect(why, false);
    }

    /**
     * Most ends come while the session has no connection; one that comes later is worth a count.
     */
    private void countIfLate(@Nullable FixSession session) {
        if (session != null && session.connection() != null) {
            events.droppedFromEarlierConnection();
        }
    }

    @Override
    public void filterWrite(NextFilter next, IoSession io, WriteRequest request) {
        if (request.getMessage() instanceof String text) {
            outbox.stage(Connection.of(io), text);
        } else {
            next.filterWrite(io, request);
        }
    }

    /** What waits in the outbox leaves first: a Logout(5) must not be lost. */
    @Override
    public void filterClose(NextFilter next, IoSession io) {
        Connection.of(io).closeWhenSent();
    }
}
