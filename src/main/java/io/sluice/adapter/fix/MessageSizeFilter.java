package io.sluice.adapter.fix;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The first filter above the socket: cuts a connection that begins with what is not FIX, or that
 * sends far more bytes than the longest message may have without completing one. On I/O threads.
 */
final class MessageSizeFilter extends IoFilterAdapter {

    static final String NAME = "message-size";

    private static final Logger LOG = LoggerFactory.getLogger(MessageSizeFilter.class);
    private static final AttributeKey FLOW = new AttributeKey(MessageSizeFilter.class, "flow");
    private static final byte[] BEGINNING = "8=FIX".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LONGEST_QUOTE = 40;

    /** A message that is a little too long is answered with a Reject(3); more is not read. */
    private static final int PATIENCE = 2;

    private final int maxMessageBytes;

    MessageSizeFilter(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    /** The bytes of one connection. */
    private static final class Flow {

        /** Since a message was completed. */
        private final AtomicLong pending = new AtomicLong();

        /** Bytes that came, less those of completed messages: 0 between two messages. */
        private final AtomicLong unaccounted = new AtomicLong();

        private volatile boolean hasMessage;
        private volatile boolean strays;
    }

    @Override
    public void sessionCreated(NextFilter next, IoSession io) {
        io.setAttribute(FLOW, new Flow());
        next.sessionCreated(io);
    }

    @Override
    public void messageReceived(NextFilter next, IoSession io, Object message) {
        if (message instanceof IoBuffer buffer && (strays(io, buffer) || isTooLong(io, buffer))) {
            io.closeNow();
            return;
        }
        next.messageReceived(io, message);
    }

    /** Whether the connection begins with what is not FIX. Later the codec skips it: said once. */
    private static boolean strays(IoSession io, IoBuffer buffer) {
        Flow flow = flow(io);
        boolean between = flow.unaccounted.getAndAdd(buffer.remaining()) == 0;
        if (!between || flow.strays || beginsMessage(buffer)) {
            return false;
        }
        flow.strays = true;
        LOG.warn(
                "{} sent what is not FIX; {}: \"{}\"",
                io.getRemoteAddress(),
                flow.hasMessage ? "skipping it" : "closing the connection",
                quote(buffer));
        return !flow.hasMessage;
    }

    private static boolean beginsMessage(IoBuffer buffer) {
        int length = Math.min(BEGINNING.length, buffer.remaining());
        for (int i = 0; i < length; i++) {
            if (buffer.get(buffer.position() + i) != BEGINNING[i]) {
                return false;
            }
        }
        return true;
    }

    private static String quote(IoBuffer buffer) {
        StringBuilder text = new StringBuilder();
        int length = Math.min(LONGEST_QUOTE, buffer.remaining());
        for (int i = 0; i < length; i++) {
            byte b = buffer.get(buffer.position() + i);
            text.append(b >= ' ' && b < 127 ? (char) b : '.');
        }
        return buffer.remaining() > length ? text + "..." : text.toString();
    }

    private boolean isTooLong(IoSession io, IoBuffer buffer) {
        long before = flow(io).pending.getAndAdd(buffer.remaining());
        if (before <= (long) PATIENCE * maxMessageBytes) {
            return false;
        }
        LOG.warn(
                "{} sent {} bytes without completing a message; the longest message has {};"
                        + " closing the connection",
                io.getRemoteAddress(),
                before,
                maxMessageBytes);
        return true;
    }

    /** The codec has completed a message of so many bytes. */
    static void messageEnded(IoSession io, int length) {
        Flow flow = flow(io);
        flow.pending.set(0);
        flow.unaccounted.addAndGet(-length);
        flow.hasMessage = true;
    }

    private static Flow flow(IoSession io) {
        if (io.getAttribute(FLOW) instanceof Flow flow) {
            return flow;
        }
        throw new IllegalStateException("No bytes are counted for " + io);
    }
}
