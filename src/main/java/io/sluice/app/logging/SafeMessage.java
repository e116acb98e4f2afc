package io.sluice.app.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * The message of a log line without its secrets. SOH is shown as |, and no other control character
 * passes: what peers send cannot begin a line of its own or steer the terminal.
 */
public final class SafeMessage extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        String hidden = Secrets.hide(event.getFormattedMessage());
        return hidden.chars().anyMatch(SafeMessage::isControl) ? replaced(hidden) : hidden;
    }

    private static String replaced(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe.append(c == '\u0001' ? '|' : isControl(c) ? ' ' : c);
        }
        return safe.toString();
    }

    private static boolean isControl(int c) {
        return (c < ' ' && c != '\t') || c == '\u007f';
    }
}
