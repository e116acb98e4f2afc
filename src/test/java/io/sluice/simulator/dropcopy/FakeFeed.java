package io.sluice.simulator.dropcopy;

import quickfix.Application;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A router's side of a drop-copy session, that sends what a test wants. Thread-safe. */
final class FakeFeed implements Application, AutoCloseable {

    private static final SessionID SESSION = new SessionID("FIX.4.4", "SLUICE", "DROP44");

    private final SocketAcceptor acceptor;
    private final List<Logon> logons = new CopyOnWriteArrayList<>();

    /** A logon of the reader: its MsgSeqNum(34), and ResetSeqNumFlag(141). */
    record Logon(int seq, boolean reset) {}

    FakeFeed() throws ConfigError {
        SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "acceptor");
        settings.setString("SocketAcceptAddress", "127.0.0.1");
        settings.setString("SocketAcceptPort", "0");
        settings.setString(SESSION, "BeginString", "FIX.4.4");
        settings.setString(SESSION, "NonStopSession", "Y");
        settings.setString(SESSION, "DataDictionary", "FIX44.xml");
        acceptor =
                new SocketAcceptor(
                        this,
                        new MemoryStoreFactory(),
                        settings,
                        new quickfix.SLF4JLogFactory(settings),
                        new DefaultMessageFactory());
        acceptor.start();
    }

    int port() {
        InetSocketAddress address =
                (InetSocketAddress) acceptor.getEndpoints().iterator().next().getLocalAddress();
        return address.getPort();
    }

    List<Logon> logons() {
        return List.copyOf(logons);
    }

    boolean isLoggedOn() {
        return session().isLoggedOn();
    }

    void send(Message copy) {
        try {
            Session.sendToTarget(copy, SESSION);
        } catch (SessionNotFound e) {
            throw new AssertionError("The session is gone", e);
        }
    }

    void disconnect() throws IOException {
        session().disconnect("the test wants it", false);
    }

    private static Session session() {
        return Objects.requireNonNull(Session.lookupSession(SESSION));
    }

    @Override
    public void close() {
        acceptor.stop(true);
    }

    @Override
    public void fromAdmin(Message message, SessionID session) throws FieldNotFound {
        if (message.getHeader().getString(35).equals("A")) {
            boolean reset = message.isSetField(141) && message.getBoolean(141);
            logons.add(new Logon(message.getHeader().getInt(34), reset));
        }
    }

    @Override
    public void onCreate(SessionID session) {}

    @Override
    public void onLogon(SessionID session) {}

    @Override
    public void onLogout(SessionID session) {}

    @Override
    public void toAdmin(Message message, SessionID session) {}

    @Override
    public void toApp(Message message, SessionID session) {}

    @Override
    public void fromApp(Message message, SessionID session) {}
}
