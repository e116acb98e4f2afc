package io.sluice.simulator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.slf4j.LoggerFactory;

import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/** A session log of errors alone: a text log of every message costs more than the FIX itself. */
public final class QuietLog implements Log {

    private final SessionID session;
    private final org.slf4j.Logger log = LoggerFactory.getLogger(QuietLog.class);

    private QuietLog(SessionID session) {
        this.session = session;
    }

    public static LogFactory factory() {
        return QuietLog::new;
    }

    /** Keeps every library of this process quiet below warnings, whatever was configured. */
    public static void warningsOnly() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
            // A port in use comes as an exception too; the trace beside it tells nothing more.
            root.getLoggerContext()
                    .getLogger("quickfix.ThreadedSocketAcceptor")
                    .setLevel(Level.OFF);
        }
    }

    @Override
    public void clear() {}

    @Override
    public void onIncoming(String message) {}

    @Override
    public void onOutgoing(String message) {}

    @Override
    public void onEvent(String text) {}

    @Override
    public void onErrorEvent(String text) {
        log.warn("{}: {}", session, text);
    }
}
