package io.sluice.endtoend;

import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.FixText;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** An OMS on a bare socket, which may say what no FIX engine would. One thread uses it. */
final class RawFix implements Closeable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final String compId;
    private int nextSeqNum;
    private boolean cutOff;

    RawFix(int port, String compId, int nextSeqNum) throws IOException {
        this.compId = compId;
        this.nextSeqNum = nextSeqNum;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    int nextSeqNum() {
        return nextSeqNum;
    }

    void logOn() throws IOException {
        send("A", "98=0|108=30");
        hears("A");
    }

    /** Sends the body, written {@code 11=C1|55=AAPL}, under a correct header and trailer. */
    void send(String msgType, String body) throws IOException {
        sendBytes(message(msgType, body));
    }

    /** The next message, as {@link #send} would send it. */
    String message(String msgType, String body) {
        String header =
                "35=%s|34=%d|49=%s|56=SLUICE|52=%s|"
                        .formatted(msgType, nextSeqNum, compId, FixText.timestamp(Instant.now()));
        nextSeqNum++;
        return FixText.message("FIX.4.4", (header + body + "|").replace('|', FixFields.SOH));
    }

    /** What is sent comes to nothing, and its number will be used again. */
    void takeNumberBack() {
        nextSeqNum--;
    }

    void sendBytes(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends until the other side does not listen any more. */
    void pour(String text, int times) throws IOException {
        try {
            for (int i = 0; i < times; i++) {
                sendBytes(text);
            }
        } catch (SocketException e) {
            if (!isClosedByPeer()) {
                throw e;
            }
        }
    }

    /** The next message of this type; heartbeats on the way are passed over. */
    FixFields hears(String msgType) throws IOException {
        while (true) {
            FixFields message =
                    next().orElseThrow(
                                    () ->
                                            new AssertionError(
                                                    compId
                                                            + " waited for MsgType(35)="
                                                            + msgType
                                                            + ", and was cut off"));
            String type = message.find(35).orElse("");
            if (type.equals(msgType)) {
                return message;
            }
            if (!type.equals("0") && !type.equals("1")) {
                throw new AssertionError("Waited for " + msgType + ", heard " + message.all());
            }
        }
    }

    /** Waits until the router ends the connection, whatever it says before. */
    boolean isClosedByPeer() throws IOException {
        try {
            while (next().isPresent()) {
                // A last word, such as a Logout(5).
            }
        } catch (SocketException e) {
            cutOff = true;
        }
        return cutOff;
    }

    /** Whether the router was seen to end the connection. */
    boolean isCutOff() {
        return cutOff;
    }

    /** Whether the router answers at all before it ends the connection. */
    boolean isAnswered() throws IOException {
        try {
            return next().isPresent();
        } catch (SocketException e) {
            return false;
        }
    }

    private Optional<FixFields> next() throws IOException {
        StringBuilder text = new StringBuilder();
        while (!isWhole(text)) {
            int read = in.read();
            if (read < 0) {
                cutOff = true;
                return Optional.empty();
            }
            text.append((char) read);
        }
        return Optional.of(FixFields.parse(text.toString()));
    }

    private static boolean isWhole(StringBuilder text) {
        int end = text.length();
        return end > 8
                && text.charAt(end - 1) == FixFields.SOH
                && text.charAt(end - 8) == FixFields.SOH
                && text.substring(end - 7, end - 4).equals("10=");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
