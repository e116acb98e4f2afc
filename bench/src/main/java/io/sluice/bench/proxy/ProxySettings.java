package io.sluice.bench.proxy;

import quickfix.SessionID;
import quickfix.SessionSettings;

import java.nio.file.Path;

/**
 * The settings of the two sessions: what QuickFIX/J cannot do without, and its defaults otherwise.
 */
final class ProxySettings {

    static final SessionID OMS = new SessionID("FIX.4.4", "SLUICE", "BENCH");
    static final SessionID BROKER = new SessionID("FIX.4.4", "SLUICE", "ALPHA");

    static SessionSettings oms(Path data, int port) {
        SessionSettings settings = settings(OMS, data, "oms");
        settings.setString(OMS, "ConnectionType", "acceptor");
        settings.setString(OMS, "SocketAcceptAddress", "127.0.0.1");
        settings.setLong(OMS, "SocketAcceptPort", port);
        return settings;
    }

    static SessionSettings broker(Path data, int port) {
        SessionSettings settings = settings(BROKER, data, "broker");
        settings.setString(BROKER, "ConnectionType", "initiator");
        settings.setString(BROKER, "SocketConnectHost", "127.0.0.1");
        settings.setLong(BROKER, "SocketConnectPort", port);
        settings.setLong(BROKER, "ReconnectInterval", 1);
        return settings;
    }

    private static SessionSettings settings(SessionID session, Path data, String name) {
        SessionSettings settings = new SessionSettings();
        settings.setString(session, "BeginString", session.getBeginString());
        settings.setString(session, "SenderCompID", session.getSenderCompID());
        settings.setString(session, "TargetCompID", session.getTargetCompID());
        settings.setString(session, "NonStopSession", "Y");
        settings.setLong(session, "HeartBtInt", 30);
        settings.setString(session, "DataDictionary", "FIX44.xml");
        settings.setString(session, "FileStorePath", data.resolve(name + "-store").toString());
        settings.setString(session, "FileLogPath", data.resolve(name + "-log").toString());
        return settings;
    }

    private ProxySettings() {}
}
