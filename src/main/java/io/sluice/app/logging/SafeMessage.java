package io.sluice.app.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

import java.util.regex.Pattern;

/**
 * The message of a log line without its secrets. SOH is shown as |, and no other control character
 * passes: what peers send cannot begin a line of its own or steer the terminal.
 */
public final class SafeMessage extends ClassicConverter {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

    @Override
    public String convert(ILoggingEvent event) {
        String hidden = Secrets.hide(event.getFormattedMessage());
        return CONTROL.matcher(hidden.replace('\u0001', '|')).replaceAll(" ");
    }
}
