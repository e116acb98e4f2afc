package io.sluice.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The OMS and the broker of one router, with their sockets. For the generator's thread. */
final class Parties implements Closeable {

    private static final Duration JOIN_WITHIN = Duration.ofSeconds(60);
    private static final long HEARTBEAT_NANOS = FixEnd.HEARTBEAT_SECONDS * 900_000_000L;

    private final SocketChannel toBroker;
    private final SocketChannel toOms;
    private final BrokerSide broker;
    private final OmsSide oms;
    private long heartbeatAt = System.nanoTime();

    private Parties(SocketChannel toBroker, BrokerSide broker, SocketChannel toOms, OmsSide oms) {
        this.toBroker = toBroker;
        this.broker = broker;
        this.toOms = toOms;
        this.oms = oms;
    }

    /** Something that comes to be while the sockets are served. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Waits for the router to log on to its broker, then logs on to the router as an OMS. */
    static Parties join(ServerSocketChannel listener, Generator.OmsPort port, Tally tally)
            throws IOException {
        SocketChannel toBroker = accept(listener);
        BrokerSide broker = new BrokerSide(toBroker, tally);
        await("the router's Logon(A) at its broker", () -> serve(broker.end()).isLoggedOn());

        SocketChannel toOms = SocketChannel.open(loopback(port.await()));
        OmsSide oms = new OmsSide(toOms, "BENCH", tally);
        Parties parties = new Parties(toBroker, broker, toOms, oms);
        oms.end().logOn();
        await(
                "the router's Logon(A) to the OMS",
                () -> {
                    parties.serve();
                    return oms.end().isLoggedOn();
                });
        return parties;
    }

    static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static SocketChannel accept(ServerSocketChannel listener) throws IOException {
        SocketChannel[] accepted = new SocketChannel[1];
        await(
                "the router to connect to its broker",
                () -> {
                    accepted[0] = listener.accept();
                    return accepted[0] != null;
                });
        return accepted[0];
    }

    private static FixEnd serve(FixEnd end) throws IOException {
        end.read();
        end.flush();
        return end;
    }

    static void await(String what, Condition condition) throws IOException {
        long until = System.nanoTime() + JOIN_WITHIN.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - until > 0) {
                throw new IOException("Waited " + JOIN_WITHIN.toSeconds() + " s for " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    OmsSide oms() {
        return oms;
    }

    void count(Tally tally) {
        oms.count(tally);
        broker.count(tally);
    }

    /** Takes what has come on both sides, and writes what answers it. */
    void serve() throws IOException {
        broker.end().read();
        broker.end().flush();
        oms.end().read();
        oms.end().flush();
    }

    void heartbeatIfDue(long now) {
        if (now - heartbeatAt > HEARTBEAT_NANOS) {
            heartbeatAt = now;
            oms.end().heartbeat();
            broker.end().heartbeat();
        }
    }

    /** Messages whose numbers were skipped on either side. */
    long gaps() {
        return oms.end().gaps() + broker.end().gaps();
    }

    /** Says Logout(5) as an OMS, and waits for the answer. */
    void logOut() throws IOException {
        oms.end().logOut();
        await(
                "the answer to our Logout(5)",
                () -> {
                    serve();
                    return oms.end().isLoggedOut();
                });
    }

    @Override
    public void close() throws IOException {
        try (toBroker;
                toOms) {
            // Both close, the second also when the first fails.
        }
    }
}
