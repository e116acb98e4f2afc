package io.sluice.simulator.oms;

import quickfix.FixVersions;
import quickfix.SessionID;
import quickfix.SessionSettings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** How an OMS run is set up. Orders are unlimited when absent; the rate is requests per second. */
record OmsSettings(
        String host,
        int port,
        String sender,
        String target,
        int heartbeatSeconds,
        int rate,
        OptionalLong orders,
        Path directory,
        Duration settle,
        Duration patience,
        boolean json) {

    OmsSettings {
        if (rate < 1) {
            throw new IllegalArgumentException("A rate is at least 1 a second, was " + rate);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A port is from 1 to 65535, was " + port);
        }
    }

    SessionID sessionId() {
        return new SessionID(FixVersions.BEGINSTRING_FIX44, sender, target);
    }

    SessionSettings forQuickFix() {
        SessionSettings settings = new SessionSettings();
        SessionID session = sessionId();
        settings.setString("ConnectionType", "initiator");
        settings.setString(session, "BeginString", session.getBeginString());
        settings.setString(session, "SenderCompID", sender);
        settings.setString(session, "TargetCompID", target);
        settings.setString(session, "SocketConnectHost", host);
        settings.setLong(session, "SocketConnectPort", port);
        settings.setLong(session, "ReconnectInterval", 1);
        settings.setLong(session, "HeartBtInt", heartbeatSeconds);
        settings.setString(session, "NonStopSession", "Y");
        settings.setString(session, "FileStorePath", directory.resolve("fix").toString());
        settings.setLong(session, "FileStoreMaxCachedMsgs", 100_000);
        settings.setString(session, "UseDataDictionary", "Y");
        settings.setString(session, "DataDictionary", "FIX44.xml");
        settings.setString(session, "AllowUnknownMsgFields", "Y");
        settings.setString(session, "ValidateUserDefinedFields", "N");
        settings.setString(session, "SocketTcpNoDelay", "Y");
        return settings;
    }
}
