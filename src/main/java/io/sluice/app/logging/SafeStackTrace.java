package io.sluice.app.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The stack trace of a log line without its secrets: messages of exceptions quote FIX text. */
public final class SafeStackTrace extends ThrowableProxyConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Secrets.hide(super.convert(event));
    }
}
