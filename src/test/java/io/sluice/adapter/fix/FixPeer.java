package io.sluice.adapter.fix;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A peer on a bare socket, who may do what no FIX engine would: it says nothing by itself, reads
 * only when told, and ends its connection in every way there is. For one thread.
 */
public final class FixPeer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SILENCE_MILLIS = 150;
    private static final char SOH = FixFields.SOH;

    private final Socket socket;
    private final InputStream in;
    private final String compId;
    private int nextNumber = 1;

    private FixPeer(Socket socket, String compId) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.compId = compId;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** An OMS that has opened a connection and said nothing yet. */
    static FixPeer connect(int port, String compId) throws IOException {
        return new FixPeer(new Socket(InetAddress.getLoopbackAddress(), port), compId);
    }

    /** An OMS whose socket takes in next to nothing while it does not read. */
    static FixPeer connectNarrow(int port, String compId) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4 * 1024);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new FixPeer(socket, compId);
    }

    /** A broker that someone has connected to. */
    static FixPeer accept(ServerSocket server, String compId) throws IOException {
        server.setSoTimeout(PATIENCE_MILLIS);
        return new FixPeer(server.accept(), compId);
    }

    static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** The number of the next message it sends. */
    FixPeer from(int number) {
        nextNumber = number;
        return this;
    }

    int nextNumber() {
        return nextNumber;
    }

    /** Sends a message with this body, fields parted by bars, under a right header and trailer. */
    void sends(String msgType, String body) throws IOException {
        write(message(msgType, nextNumber, "", body));
        nextNumber++;
    }

    /** Under a new number what may have been sent before. */
    void maySendAgain(String msgType, String body) throws IOException {
        write(message(msgType, nextNumber, "97=Y|", body));
        nextNumber++;
    }

    void sendsAgain(String msgType, int number, String body) throws IOException {
        String now = FixText.timestamp(Instant.now());
        write(message(msgType, number, "43=Y|122=" + now + "|", body));
    }

    String message(String msgType, int number, String header, String body) {
        String text =
                "35=%s|34=%d|49=%s|56=SLUICE|52=%s|%s%s"
                        .formatted(
                                msgType,
                                number,
                                compId,
                                FixText.timestamp(Instant.now()),
                                header,
                                body);
        return FixText.message("FIX.4.4", text.replace('|', SOH));
    }

    void write(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Logs on as an OMS and hears the answer. */
    FixPeer logsOn() throws IOException {
        sends("A", "98=0|108=30|");
        hears("A");
        return this;
    }

    /** Answers the Logon that it was sent, and the TestRequest after it, as brokers do. */
    FixPeer takesLogon() throws IOException {
        hears("A");
        sends("A", "98=0|108=30|");
        answersTestRequest();
        return this;
    }

    /** Logs on and has both sides begin at 1. */
    FixPeer logsOnAnew() throws IOException {
        nextNumber = 1;
        sends("A", "98=0|108=30|141=Y|");
        hears("A");
        return this;
    }

    /** Says goodbye, and leaves when that is answered. */
    void logsOut() throws IOException {
        sends("5", "");
        hearsToTheEnd();
        close();
    }

    void answersTestRequest() throws IOException {
        sends("0", "112=" + hears("1").find(Tags.TEST_REQ_ID).orElseThrow() + "|");
    }

    /** The next message, whatever it is. */
    FixFields hears() throws IOException {
        StringBuilder text = new StringBuilder(256);
        while (!isWhole(text)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The connection ended after: " + text);
            }
            text.append((char) next);
        }
        if (FixText.isGarbled(text.toString())) {
            throw new IOException("A garbled message came: " + text);
        }
        return FixFields.parse(text.toString());
    }

    private static boolean isWhole(StringBuilder text) {
        int end = text.length();
        return end > 8
                && text.charAt(end - 1) == SOH
                && text.charAt(end - 8) == SOH
                && text.charAt(end - 7) == '1'
                && text.charAt(end - 6) == '0'
                && text.charAt(end - 5) == '=';
    }

    /** The next message of the type; others are passed over. */
    FixFields hears(String msgType) throws IOException {
        return hearsUntil(message -> message.find(Tags.MSG_TYPE).orElse("").equals(msgType))
                .getLast();
    }

    /** Everything up to and with the first message that is wanted. */
    List<FixFields> hearsUntil(Predicate<FixFields> wanted) throws IOException {
        List<FixFields> heard = new ArrayList<>();
        do {
            heard.add(hears());
        } while (!wanted.test(heard.getLast()));
        return heard;
    }

    /** Whether not a single byte comes for a while, nor the end of the connection. */
    boolean hearsNothing() throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        in.mark(1);
        try {
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** Everything until the other side ends the connection. */
    List<FixFields> hearsToTheEnd() throws IOException {
        List<FixFields> heard = new ArrayList<>();
        while (true) {
            in.mark(1);
            if (in.read() < 0) {
                return heard;
            }
            in.reset();
            heard.add(hears());
        }
    }

    /** Asks whether the session lives: all that came before has been processed when it answers. */
    List<FixFields> pings(String id) throws IOException {
        sends("1", "112=" + id + "|");
        return hearsUntil(it -> it.find(Tags.TEST_REQ_ID).map(id::equals).orElse(false));
    }

    /** Says no more, but still listens. */
    void halfCloses() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection so that the other side sees a reset. */
    void resets() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
