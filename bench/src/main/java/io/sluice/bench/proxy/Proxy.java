package io.sluice.bench.proxy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.Application;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.UnsupportedMessageType;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes orders on under ids of its own, and reports back under the OMS's. No check, no book, no
 * journal. Called on the threads of QuickFIX/J's connectors.
 */
final class Proxy implements Application {

    private static final Logger LOG = LoggerFactory.getLogger(Proxy.class);

    private static final int CL_ORD_ID = 11;

    private final AtomicLong lastId = new AtomicLong();
    private final Map<String, String> omsIds = new ConcurrentHashMap<>();

    @Override
    public void fromApp(Message message, SessionID session)
            throws FieldNotFound, UnsupportedMessageType {
        String id = message.getString(CL_ORD_ID);
        if (session.equals(ProxySettings.OMS)) {
            String own = "P" + lastId.incrementAndGet();
            omsIds.put(own, id);
            forward(message, own, ProxySettings.BROKER);
            return;
        }
        String known = omsIds.get(id);
        if (known == null) {
            LOG.error("A report on an order that was not passed on: {}", message);
            throw new UnsupportedMessageType();
        }
        forward(message, known, ProxySettings.OMS);
    }

    private static void forward(Message message, String clOrdId, SessionID to) {
        message.setString(CL_ORD_ID, clOrdId);
        try {
            Session.sendToTarget(message, to);
        } catch (SessionNotFound e) {
            throw new IllegalStateException("No session " + to, e);
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
    public void fromAdmin(Message message, SessionID session) {}
}
