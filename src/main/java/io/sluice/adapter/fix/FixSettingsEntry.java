package io.sluice.adapter.fix;

import java.util.regex.Pattern;

/**
 * One line {@code key=text} of a settings file. Lines and columns count from 1.
 *
 * @param text as written
 * @param value the text with each <code>${NAME}</code> replaced by what the environment holds
 * @param column where the text begins
 */
public record FixSettingsEntry(
        String key, String text, String value, String file, int line, int column) {

    private static final Pattern SECRET = Pattern.compile("Password$|^LogonTag\\d*$");

    /** The text as an error may show it. */
    String shown() {
        return SECRET.matcher(key).find() ? "***" : text;
    }

    FixSettingsMistake mistake(String section, String message) {
        return new FixSettingsMistake(file, line, column, section + "." + key, message);
    }
}
