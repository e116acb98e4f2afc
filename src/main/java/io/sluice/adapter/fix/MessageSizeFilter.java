package io.sluice.adapter.fix;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The first filter above the socket: cuts a connection that sends more bytes than the longest
 * message may have without completing one.
 */
final class MessageSizeFilter extends IoFilterAdapter {

    static final String NAME = "message-size";

    private static final Logger LOG = LoggerFactory.getLogger(MessageSizeFilter.class);
    private static final AttributeKey PENDING =
            new AttributeKey(MessageSizeFilter.class, "pending");

    private final int maxMessageBytes;

    MessageSizeFilter(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void sessionCreated(NextFilter next, IoSession io) {
        io.setAttribute(PENDING, new AtomicLong());
        next.sessionCreated(io);
    }

    @Override
    public void messageReceived(NextFilter next, IoSession io, Object message) {
        if (message instanceof IoBuffer buffer) {
            AtomicLong pending = pending(io);
            long before = pending.getAndAdd(buffer.remaining());
            if (before > maxMessageBytes) {
                LOG.warn(
                        "{} sent {} bytes without completing a message; the longest message has {};"
                                + " closing the connection",
                        io.getRemoteAddress(),
                        before,
                        maxMessageBytes);
                io.closeNow();
                return;
            }
        }
        next.messageReceived(io, message);
    }

    /** The codec has completed a message. */
    static void messageEnded(IoSession io) {
        pending(io).set(0);
    }

    private static AtomicLong pending(IoSession io) {
        if (io.getAttribute(PENDING) instanceof AtomicLong pending) {
            return pending;
        }
        throw new IllegalStateException("No size is counted for " + io);
    }
}
