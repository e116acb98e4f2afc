package io.sluice.simulator.dropcopy;

import quickfix.FixVersions;
import quickfix.SessionID;
import quickfix.SessionSettings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a reader is set up.
 *
 * @param compId SenderCompID(49), the subscriber's own
 * @param untilIdle ends when nothing came for so long; without it, goes on for ever
 */
record ReaderSettings(
        String host,
        int port,
        String compId,
        String target,
        int heartbeatSeconds,
        Path directory,
        Optional<Duration> untilIdle) {

    ReaderSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A port is from 1 to 65535, was " + port);
        }
    }

    SessionID sessionId() {
        return new SessionID(FixVersions.BEGINSTRING_FIX44, compId, target);
    }

    /** Messages are taken as they are: the reader itself says what is wrong with them. */
    SessionSettings forQuickFix(Path store) {
        SessionSettings settings = new SessionSettings();
        SessionID session = sessionId();
        settings.setString("ConnectionType", "initiator");
        settings.setString(session, "BeginString", session.getBeginString());
        settings.setString(session, "SenderCompID", compId);
        settings.setString(session, "TargetCompID", target);
        settings.setString(session, "SocketConnectHost", host);
        settings.setLong(session, "SocketConnectPort", port);
        settings.setLong(session, "ReconnectInterval", 1);
        settings.setLong(session, "HeartBtInt", heartbeatSeconds);
        settings.setString(session, "NonStopSession", "Y");
        settings.setString(session, "FileStorePath", store.toString());
        settings.setString(session, "UseDataDictionary", "Y");
        settings.setString(session, "DataDictionary", "FIX44.xml");
        settings.setString(session, "ValidateIncomingMessage", "N");
        settings.setString(session, "SocketTcpNoDelay", "Y");
        return settings;
    }
}
