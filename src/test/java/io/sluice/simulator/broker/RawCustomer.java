package io.sluice.simulator.broker;

import io.sluice.simulator.FixText;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A customer on a bare socket, who may say what no FIX engine would. */
final class RawCustomer implements Closeable {

    private static final DateTimeFormatter SENDING_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS");
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private int seq;

    RawCustomer(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        sends("A", "98=0|108=30|");
        hears("A");
    }

    /** Sends the body as it is, under a correct header and trailer. */
    void sends(String msgType, String body) throws IOException {
        seq++;
        String time = SENDING_TIME.format(LocalDateTime.now(ZoneOffset.UTC));
        String content =
                "35=%s|34=%d|49=SLUICE|52=%s|56=ALPHA|%s".formatted(msgType, seq, time, body);
        String message =
                "8=FIX.4.4|9=%d|%s".formatted(content.length(), content).replace('|', '\u0001');
        int sum = message.chars().sum() % 256;
        String whole = message + "10=%03d\u0001".formatted(sum);
        socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next message of the type; others are passed over. */
    FixText hears(String msgType) throws IOException {
        while (true) {
            FixText message = next(socket.getInputStream());
            if (message.first(35).filter(msgType::equals).isPresent()) {
                return message;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static FixText next(InputStream in) throws IOException {
        StringBuilder message = new StringBuilder();
        while (!message.toString().matches("(?s).*\u000110=\\d{3}\u0001")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The broker closed the connection");
            }
            message.append((char) next);
        }
        return FixText.of(message.toString());
    }
}
