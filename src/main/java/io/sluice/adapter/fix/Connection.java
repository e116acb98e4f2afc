package io.sluice.adapter.fix;

import io.sluice.port.Clock;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilter.NextFilter;
import org.apache.mina.core.future.DefaultWriteFuture;
import org.apache.mina.core.future.WriteFuture;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.jspecify.annotations.Nullable;

import quickfix.Responder;
import quickfix.mina.SessionConnector;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One TCP connection and the FIX session it was bound to, if any. What still comes of a connection
 * after its session left it is dropped.
 */
final class Connection {

    private static final AttributeKey KEY = new AttributeKey(Connection.class, "connection");

    private final IoSession io;
    private final NextFilter below;
    private final InboundQueue inbound;
    private final OutboundQueue outbound;
    private final AtomicInteger unbound = new AtomicInteger();
    private final Clock clock;
    private final long openedAtMillis;
    private volatile @Nullable FixSession session;
    private volatile long closingSinceMillis;
    private long bytesLeft;
    private Instant lastLeftAt;

    /** Engine's thread. */
    private boolean dropped;

    /** Engine's thread: the next gap fill of QuickFIX/J is ours to make, by {@link Resender}. */
    private boolean swallowGapFill;

    Connection(IoSession io, NextFilter below, OutboundQueue.Rules rules) {
        this.io = io;
        this.below = below;
        this.inbound = new InboundQueue(io::suspendRead, io::resumeRead);
        this.outbound = new OutboundQueue(new MinaWire(), rules);
        this.clock = rules.clock();
        this.lastLeftAt = rules.clock().now();
        this.openedAtMillis = lastLeftAt.toEpochMilli();
        io.setAttribute(KEY, this);
    }

    static Connection of(IoSession io) {
        if (io.getAttribute(KEY) instanceof Connection connection) {
            return connection;
        }
        throw new IllegalStateException("No connection is known for " + io);
    }

    InboundQueue inbound() {
        return inbound;
    }

    OutboundQueue outbound() {
        return outbound;
    }

    @Nullable FixSession session() {
        return session;
    }

    void bind(FixSession to) {
        session = to;
    }

    String remote() {
        return String.valueOf(io.getRemoteAddress());
    }

    long openedAtMillis() {
        return openedAtMillis;
    }

    /** Messages that came before the connection had a session, and are not processed yet. */
    AtomicInteger unbound() {
        return unbound;
    }

    void swallowNextGapFill(boolean swallow) {
        swallowGapFill = swallow;
    }

    boolean swallowsGapFill() {
        return swallowGapFill;
    }

    /** Whether nothing that came of it was dropped before. Engine's thread. */
    boolean isFirstDropped() {
        boolean first = !dropped;
        dropped = true;
        return first;
    }

    void closeWhenSent() {
        closingSinceMillis = clock.now().toEpochMilli();
        outbound.closeWhenSent();
    }

    /**
     * How long not one byte has left, although some could have. Engine's thread, about once a
     * second.
     */
    Duration stuckFor(Instant now) {
        long left = io.getWrittenBytes();
        if (left != bytesLeft || !outbound.hasDue()) {
            bytesLeft = left;
            lastLeftAt = now;
        }
        return Duration.between(lastLeftAt, now);
    }

    /** Closes a connection whose last bytes have not left in time. */
    void closeIfOverdue(long nowMillis, long patienceMillis) {
        if (outbound.isClosing() && nowMillis - closingSinceMillis > patienceMillis) {
            outbound.closeNow("the connection closed before it left");
        }
    }

    /** Closes at once: what waits for it will never leave. */
    void cut(String why) {
        outbound.closeNow(why);
        io.closeNow();
    }

    @Override
    public String toString() {
        return "connection " + io.getId() + " of " + remote();
    }

    /**
     * The way of QuickFIX/J's session to this connection. Its own would have MINA close it, and
     * throw away what the outbox still gives it.
     */
    Responder responder() {
        return new Responder() {
            @Override
            public boolean send(String data) {
                io.write(data);
                return true;
            }

            @Override
            public void disconnect() {
                closeWhenSent();
            }

            @Override
            public String getRemoteAddress() {
                return remote();
            }
        };
    }

    /** Writes below the outbox: past it, straight to TLS and the socket. */
    private final class MinaWire implements OutboundQueue.Wire {

        @Override
        public void write(byte[] bytes, Runnable done) {
            WriteFuture written = new DefaultWriteFuture(io);
            written.addListener(_ -> callBack(written, done));
            below.filterWrite(io, new DefaultWriteRequest(IoBuffer.wrap(bytes), written));
        }

        /** What could not be written ended the connection, and the end is told by itself. */
        private static void callBack(WriteFuture written, Runnable done) {
            if (written.isWritten()) {
                done.run();
            }
        }

        /** QuickFIX/J connects again only once it sees the mark: not while bytes still leave. */
        @Override
        public void close() {
            below.filterClose(io);
            io.setAttribute(SessionConnector.QFJ_RESET_IO_CONNECTOR, true);
        }

        /** MINA says of everything that a close throws away that it was written. */
        @Override
        public boolean takesMore() {
            return !io.isClosing();
        }
    }
}
