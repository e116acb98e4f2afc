package io.sluice.app.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;

import io.sluice.app.config.RouterSettings.LogFormat;

import org.slf4j.LoggerFactory;

import java.net.URL;

/** The log's writer, which works behind a queue. */
public final class LogOutput {

    /** Where Logback's user says that the log is configured by a file of his own. */
    private static final String OWN_FILE = "logback.configurationFile";

    /** From here on lines have this form, unless the process was given a file of its own. */
    public static void use(LogFormat format) {
        if (System.getProperty(OWN_FILE) == null
                && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            configure(context, format);
        }
    }

    static void configure(LoggerContext context, LogFormat format) {
        String name =
                switch (format) {
                    case TEXT -> "/logback.xml";
                    case JSON -> "/logback-json.xml";
                };
        URL file = LogOutput.class.getResource(name);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        context.reset();
        try {
            configurator.doConfigure(file);
        } catch (JoranException e) {
            throw new IllegalStateException("The log cannot be configured by " + file, e);
        }
    }

    /** Lines that were lost in this process because they came faster than they were written. */
    public static long dropped() {
        return QueueAppender.droppedInAll();
    }

    /** Writes what waits, at most a second long, and ends the log: the last act of a process. */
    public static void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    private LogOutput() {}
}
