package io.sluice.simulator.broker;

import io.sluice.simulator.FixText;
import io.sluice.simulator.QuietLog;

import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FileStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.UtcTimestampPrecision;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A customer on a real FIX session; messages are written and read with bars for separators. */
final class FixCustomer extends ApplicationAdapter implements Closeable {

    private static final long PATIENCE_SECONDS = 10;

    private final SessionID session;
    private final SocketInitiator initiator;
    private final CountDownLatch loggedOn = new CountDownLatch(1);
    private final BlockingQueue<FixText> heard = new LinkedBlockingQueue<>();

    FixCustomer(String broker, int port, Path data) throws ConfigError, InterruptedException {
        session = new SessionID("FIX.4.4", "SLUICE", broker);
        SessionSettings settings = settings(port, data);
        initiator =
                new SocketInitiator(
                        this,
                        new FileStoreFactory(settings),
                        settings,
                        QuietLog.factory(),
                        new DefaultMessageFactory());
        initiator.start();
        if (!loggedOn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            initiator.stop(true);
            throw new AssertionError("The customer never logged on to " + broker);
        }
    }

    /** Sends {@code 35=D|11=C1|...}, with the time of now unless it brings its own. */
    void sends(String text) {
        Message message = new Message();
        for (FixText.Field field : FixText.of(text.replace('|', '\u0001')).fields()) {
            if (field.tag() == 35) {
                message.getHeader().setString(35, field.value());
            } else {
                message.setString(field.tag(), field.value());
            }
        }
        message.setUtcTimeStamp(
                60, LocalDateTime.now(ZoneOffset.UTC), UtcTimestampPrecision.MILLIS);
        Session.lookupSession(session).send(message);
    }

    FixText hears() throws InterruptedException {
        FixText message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("The customer heard nothing more");
        }
        return message;
    }

    @Override
    public void fromApp(Message message, SessionID from) {
        heard.add(FixText.of(message.toRawString()));
    }

    @Override
    public void fromAdmin(Message message, SessionID from) {
        FixText text = FixText.of(message.toRawString());
        if (text.first(35).filter("3"::equals).isPresent()) {
            heard.add(text);
        }
    }

    @Override
    public void onLogon(SessionID sessionId) {
        loggedOn.countDown();
    }

    /** Leaves without a Logout: the engine would take seconds to send one. */
    @Override
    public void close() {
        initiator.stop(true);
    }

    private SessionSettings settings(int port, Path data) {
        SessionSettings settings = new SessionSettings();
        settings.setString("FileStorePath", data.resolve("customer").toString());
        settings.setString("SocketTcpNoDelay", "Y");
        settings.setString(session, "ConnectionType", "initiator");
        settings.setString(session, "SocketConnectHost", "127.0.0.1");
        settings.setLong(session, "SocketConnectPort", port);
        settings.setString(session, "ReconnectInterval", "1");
        settings.setString(session, "HeartBtInt", "5");
        settings.setString(session, "NonStopSession", "Y");
        settings.setString(session, "DataDictionary", "FIX44.xml");
        settings.setString(session, "AllowUnknownMsgFields", "Y");
        settings.setString(session, "ValidateUserDefinedFields", "N");
        return settings;
    }
}
