package io.sluice.endtoend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What this JVM logs for people while it is open: warnings and worse. Any thread. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root;

    LogLines() {
        root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            lines.add(event.getFormattedMessage());
        }
    }

    /** Waits for a line that holds all these words. */
    void tell(String... words) {
        Await.until(
                "the log tells " + List.of(words) + "; it tells " + lines,
                () -> lines.stream().anyMatch(it -> holds(it, words)));
    }

    private static boolean holds(String line, String... words) {
        return List.of(words).stream().allMatch(line::contains);
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
