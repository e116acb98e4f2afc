package io.sluice.app.logging;

import ch.qos.logback.classic.LoggerContext;

import org.slf4j.LoggerFactory;

/** The log's writer, which works behind a queue. */
public final class LogOutput {

    /** Writes what waits, at most a second long, and ends the log: the last act of a process. */
    public static void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    private LogOutput() {}
}
