package io.sluice.simulator.broker;

import io.sluice.simulator.Ledger;
import io.sluice.simulator.QuietLog;

import org.apache.mina.core.service.IoAcceptor;

import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FileStoreFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.ThreadedSocketAcceptor;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The brokers of one process, each listening on a port of its own. One thread starts and closes it.
 */
final class BrokerServer implements Closeable {

    private static final String ROUTER = "SLUICE";
    private static final long TICK_MILLIS = 100;
    private static final long STOP_SECONDS = 5;

    private final Path data;
    private final Ledger ledger;
    private final CompletableFuture<RuntimeException> failure = new CompletableFuture<>();
    private final List<ThreadedSocketAcceptor> acceptors = new ArrayList<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("broker-clock").daemon().factory());

    private BrokerServer(Path data, Ledger ledger) {
        this.data = data;
        this.ledger = ledger;
    }

    /** Starts the named brokers; port 0 is any free one. */
    static BrokerServer start(Path data, Map<String, Integer> wanted, long seed)
            throws IOException {
        BrokerServer server = new BrokerServer(data, Ledger.open(ledgerFile(data)));
        try {
            for (Map.Entry<String, Integer> broker : wanted.entrySet()) {
                server.start(broker.getKey(), broker.getValue(), seed);
            }
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** The port that each broker listens on. */
    Map<String, Integer> ports() {
        return Collections.unmodifiableMap(ports);
    }

    int port(String broker) {
        return Objects.requireNonNull(ports.get(broker), () -> "Not started: " + broker);
    }

    /** Completes when a broker cannot go on. */
    CompletableFuture<RuntimeException> failure() {
        return failure;
    }

    @Override
    public void close() throws IOException {
        timer.shutdown();
        try {
            timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        acceptors.forEach(acceptor -> acceptor.stop(false));
        acceptors.clear();
        ledger.close();
    }

    static Path ledgerFile(Path data) {
        return data.resolve("ledger.jsonl");
    }

    private void start(String name, int port, long seed) throws IOException {
        SessionID sessionId = new SessionID("FIX.4.4", name, ROUTER);
        Exchange exchange =
                new Exchange(
                        new Numbering(name, Instant.now()),
                        new SplittableRandom(seed ^ name.hashCode()));
        Recovery recovery = Recovery.of(ledgerFile(data), name, exchange);
        Broker broker = new Broker(sessionId, exchange, recovery, ledger, failure::complete);

        ports.put(name, listen(broker, port));
        var _ =
                timer.scheduleAtFixedRate(
                        broker::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private int listen(Broker broker, int port) throws IOException {
        SessionSettings settings = settings(broker.sessionId(), port);
        try {
            ThreadedSocketAcceptor acceptor =
                    new ThreadedSocketAcceptor(
                            broker,
                            new FileStoreFactory(settings),
                            settings,
                            QuietLog.factory(),
                            new DefaultMessageFactory());
            acceptors.add(acceptor);
            acceptor.start();
            IoAcceptor endpoint = acceptor.getEndpoints().iterator().next();
            return ((InetSocketAddress) endpoint.getLocalAddress()).getPort();
        } catch (ConfigError | quickfix.RuntimeError e) {
            throw new IOException(
                    "Broker "
                            + broker.name()
                            + " cannot listen on 127.0.0.1:"
                            + port
                            + ": "
                            + reason(e),
                    e);
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private SessionSettings settings(SessionID sessionId, int port) {
        SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "acceptor");
        settings.setString("SocketTcpNoDelay", "Y");
        settings.setString("SocketReuseAddress", "Y");
        settings.setString("FileStorePath", data.resolve("fix").toString());

        settings.setString(sessionId, "ConnectionType", "acceptor");
        settings.setString(sessionId, "SocketAcceptAddress", "127.0.0.1");
        settings.setLong(sessionId, "SocketAcceptPort", port);
        settings.setString(sessionId, "NonStopSession", "Y");
        settings.setString(sessionId, "UseDataDictionary", "Y");
        settings.setString(sessionId, "DataDictionary", "FIX44.xml");
        settings.setString(sessionId, "AllowUnknownMsgFields", "Y");
        settings.setString(sessionId, "ValidateUserDefinedFields", "N");
        // An unknown repeating group fails the check; the broker reads the raw text and judges.
        settings.setString(sessionId, "RejectInvalidMessage", "N");
        settings.setString(sessionId, "RejectMessageOnUnhandledException", "Y");
        return settings;
    }
}
