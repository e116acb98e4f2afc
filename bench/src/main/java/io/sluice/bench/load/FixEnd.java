package io.sluice.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One end of a FIX 4.4 session on a socket that never blocks: frames what comes, answers the
 * session's own messages, and hands the rest on. A resend is answered with a gap fill. For the
 * generator's thread.
 */
final class FixEnd {

    static final int HEARTBEAT_SECONDS = 30;

    private static final int BUFFER = 8 << 20;
    private static final int LONGEST = 4_096;

    private final SocketChannel channel;
    private final MessageWriter writer;
    private final Listener listener;
    private final byte[] inBytes = new byte[BUFFER];
    private final ByteBuffer in = ByteBuffer.wrap(inBytes);
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER);
    private final Fields fields = new Fields();
    private int expected = 1;
    private int start;
    private boolean loggedOn;
    private boolean loggedOut;
    private long gaps;

    /** Told of rejects and application messages; the fields are read before it returns. */
    interface Listener {
        void onMessage(char msgType, Fields fields, long readAtNanos);
    }

    FixEnd(SocketChannel channel, MessageWriter writer, Listener listener) throws IOException {
        this.channel = channel;
        this.writer = writer;
        this.listener = listener;
        channel.configureBlocking(false);
        channel.socket().setTcpNoDelay(true);
    }

    boolean isLoggedOn() {
        return loggedOn;
    }

    boolean isLoggedOut() {
        return loggedOut;
    }

    /** Numbers that never came. */
    long gaps() {
        return gaps;
    }

    /** Whether the peer reads fast enough for more to be written. */
    boolean hasRoom() {
        return out.remaining() > 64 * LONGEST;
    }

    /** The next message of ours; {@link #finish} puts it in line. */
    MessageWriter message(char msgType) {
        return writer.begin(msgType);
    }

    void finish() {
        writer.end(out);
    }

    void logOn() {
        message('A').field(98, 0).field(108, HEARTBEAT_SECONDS);
        finish();
    }

    void logOut() {
        message('5');
        finish();
    }

    void heartbeat() {
        if (loggedOn) {
            message('0');
            finish();
        }
    }

    /** Writes what is in line, as one write. */
    void flush() throws IOException {
        if (out.position() == 0) {
            return;
        }
        out.flip();
        channel.write(out);
        out.compact();
    }

    /** Takes what has come; returns whether anything had. */
    boolean read() throws IOException {
        int count = channel.read(in);
        if (count < 0 && !loggedOut) {
            throw new EOFException("The router closed the connection");
        }
        if (count <= 0) {
            return false;
        }
        long now = System.nanoTime();
        int end = in.position();
        int length = frameLength(start, end);
        while (length > 0) {
            fields.read(inBytes, start, start + length);
            take(now);
            start += length;
            length = frameLength(start, end);
        }
        makeRoom(end);
        return true;
    }

    private void makeRoom(int end) {
        if (start == end) {
            start = 0;
            in.clear();
        } else if (end > BUFFER - (BUFFER >> 2)) {
            System.arraycopy(inBytes, start, inBytes, 0, end - start);
            in.clear().position(end - start);
            start = 0;
        }
    }

    /** The length of the whole message that begins here; 0 while it is not there yet. */
    private int frameLength(int from, int end) throws IOException {
        int at = from + "8=FIX.4.4|9=".length();
        int length = 0;
        while (at < end && inBytes[at] != MessageWriter.SOH) {
            length = length * 10 + inBytes[at++] - '0';
        }
        if (at >= end) {
            return 0;
        }
        if (length < 0 || length > BUFFER / 2) {
            throw new IOException("A BodyLength(9) was " + length);
        }
        int whole = at + 1 + length + "10=000|".length() - from;
        return from + whole <= end ? whole : 0;
    }

    private void take(long now) {
        char type = fields.first(35);
        int number = fields.number(34);
        if (type == '4') {
            expected = fields.number(36);
            return;
        }
        if (number > expected) {
            gaps += number - expected;
        }
        expected = Math.max(expected, number + 1);
        switch (type) {
            case 'A' -> loggedOn(number);
            case '0' -> {}
            case '1' -> answerTestRequest();
            case '2' -> fillGap(fields.number(7));
            case '5' -> loggedOut();
            default -> listener.onMessage(type, fields, now);
        }
    }

    private void loggedOn(int number) {
        if (writer.nextNumber() == 1) {
            expected = number + 1;
            message('A').field(98, 0).field(108, fields.number(108));
            if (fields.first(141) == 'Y') {
                fields.copyTo(writer, 141);
            }
            finish();
        }
        loggedOn = true;
    }

    private void answerTestRequest() {
        fields.copyTo(message('0'), 112);
        finish();
    }

    private void fillGap(int from) {
        writer.begin('4', from);
        writer.field(43, MessageWriter.ascii("Y")).timestamp(122);
        writer.field(123, MessageWriter.ascii("Y")).field(36, writer.nextNumber());
        finish();
    }

    private void loggedOut() {
        if (!loggedOut) {
            loggedOut = true;
            logOut();
        }
    }
}
