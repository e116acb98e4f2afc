package io.sluice.endtoend;

import io.sluice.adapter.fix.FixFields;

import org.apache.mina.core.service.IoAcceptor;

import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.MemoryStore;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.SocketInitiator;
import quickfix.mina.SessionConnector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * The other end of a FIX session of the router, on QuickFIX/J: an OMS or a broker that does what a
 * test says. Keeps its numbering when it leaves and comes back. One thread uses it.
 */
public final class FixPeer implements AutoCloseable {

    private final SessionID id;
    private final MemoryStore store;
    private final Ear ear = new Ear();
    private Optional<SessionConnector> connector = Optional.empty();
    private int fences;

    public FixPeer(String name) throws IOException {
        id = new SessionID("FIX.4.4", name, "SLUICE");
        store = new MemoryStore(id);
    }

    /** Logs on to the router as an OMS does, not waiting for QuickFIX/J's timer. */
    public void connect(int port) throws ConfigError {
        SessionSettings settings = settings("initiator");
        settings.setString(id, "SocketConnectHost", "127.0.0.1");
        settings.setLong(id, "SocketConnectPort", port);
        settings.setString(id, "HeartBtInt", "30");
        settings.setString(id, "ReconnectInterval", "1");
        SocketInitiator initiator =
                new SocketInitiator(
                        ear, _ -> store, settings, Quiet.factory(), new DefaultMessageFactory());
        connector = Optional.of(initiator);
        initiator.start();
        Await.until(
                id.getSenderCompID() + " is logged on to the router",
                () -> {
                    session().next();
                    return isLoggedOn();
                });
    }

    /**
     * Waits for the router to log on, as a broker does.
     *
     * @param port 0 for a free one
     * @return the port it listens on
     */
    public int listen(int port) throws ConfigError {
        SessionSettings settings = settings("acceptor");
        settings.setString(id, "SocketAcceptAddress", "127.0.0.1");
        settings.setLong(id, "SocketAcceptPort", port);
        SocketAcceptor acceptor =
                new SocketAcceptor(
                        ear, _ -> store, settings, Quiet.factory(), new DefaultMessageFactory());
        connector = Optional.of(acceptor);
        acceptor.start();
        IoAcceptor endpoint = acceptor.getEndpoints().iterator().next();
        return ((InetSocketAddress) endpoint.getLocalAddress()).getPort();
    }

    private SessionSettings settings(String type) {
        SessionSettings settings = new SessionSettings();
        settings.setString("SocketTcpNoDelay", "Y");
        settings.setString("ConnectionType", type);
        settings.setString(id, "ConnectionType", type);
        settings.setString(id, "NonStopSession", "Y");
        settings.setString(id, "DataDictionary", "FIX44.xml");
        settings.setString(id, "AllowUnknownMsgFields", "Y");
        settings.setString(id, "ValidateUserDefinedFields", "N");
        settings.setString(id, "CheckLatency", "N");
        return settings;
    }

    /** Whether it tries to connect, or waits for the router to. */
    public boolean isUp() {
        return connector.isPresent();
    }

    public boolean isLoggedOn() {
        Session session = Session.lookupSession(id);
        return connector.isPresent() && session != null && session.isLoggedOn();
    }

    /** Whether the router, logged on here, has been told that both numberings agree. */
    public boolean isSynchronised() {
        return isLoggedOn() && ear.synchronised;
    }

    /** Sends a message; the body is written {@code 11=C1|55=AAPL}. */
    public void send(String msgType, String body) {
        Message message = new Message();
        message.getHeader().setString(35, msgType);
        for (FixFields.Field field : FixFields.parse(soh(body)).all()) {
            message.setString(field.tag(), field.value());
        }
        session().send(message);
    }

    private static String soh(String body) {
        String text = body.replace('|', FixFields.SOH);
        return body.endsWith("|") ? text : text + FixFields.SOH;
    }

    /** Returns once the router has answered to all that was sent before, and that has come. */
    public void settle() {
        fences++;
        String fence = "FENCE" + fences;
        session().generateTestRequest(fence);
        Await.until(
                "%s hears the answer to its TestRequest %s".formatted(id.getSenderCompID(), fence),
                () -> ear.fencesPassed.contains(fence));
    }

    /** The next message that was not asked for yet: of the application, or a Reject(3). */
    public Optional<FixFields> next() {
        return Optional.ofNullable(ear.heard.poll());
    }

    /** Waits for the next message, which has to be such a one. */
    public FixFields hears(String what, Predicate<FixFields> wanted) {
        Await.until(id.getSenderCompID() + " hears " + what, () -> !ear.heard.isEmpty());
        FixFields message = ear.heard.remove();
        if (!wanted.test(message)) {
            throw new AssertionError(
                    id.getSenderCompID() + " waited for " + what + ", heard " + message.all());
        }
        return message;
    }

    /** Says Logout(5), and waits for the answer. */
    public void logOut() {
        session().logout("the test says so");
        Await.until(id.getSenderCompID() + " is logged out", () -> !isLoggedOn());
        leave();
    }

    /** Closes its sockets without a farewell. */
    public void leave() {
        connector.ifPresent(it -> it.stop(true));
        connector = Optional.empty();
        ear.synchronised = false;
    }

    @Override
    public void close() {
        leave();
    }

    private Session session() {
        Session session = Session.lookupSession(id);
        if (session == null) {
            throw new IllegalStateException(id + " is not connected");
        }
        return session;
    }

    /** What QuickFIX/J tells, on its own thread. */
    private static final class Ear extends ApplicationAdapter {

        private final Queue<FixFields> heard = new ConcurrentLinkedQueue<>();
        private final Set<String> fencesPassed = ConcurrentHashMap.newKeySet();
        private volatile boolean synchronised;

        @Override
        public void fromApp(Message message, SessionID from) {
            heard.add(FixFields.parse(message.toRawString()));
        }

        @Override
        public void fromAdmin(Message message, SessionID from) {
            FixFields fields = FixFields.parse(message.toRawString());
            switch (fields.find(35).orElse("")) {
                case "0" -> fields.find(112).ifPresent(fencesPassed::add);
                case "3" -> heard.add(fields);
                default -> {}
            }
        }

        @Override
        public void toAdmin(Message message, SessionID to) {
            FixFields fields = FixFields.parse(message.toString());
            boolean answer = fields.find(35).equals(Optional.of("0"));
            if (answer && fields.find(112).map(it -> it.startsWith("SYNC")).orElse(false)) {
                synchronised = true;
            }
        }

        @Override
        public void onLogout(SessionID session) {
            synchronised = false;
        }
    }
}
