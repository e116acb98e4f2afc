package io.sluice.app.config;

/**
 * What is wrong in a configuration, and where. Lines and columns count from 1.
 *
 * @param line 0 where the file as a whole could not be read
 * @param path the key, such as {@code venues.ALPHA.session}
 */
public record Mistake(String file, int line, int column, String path, String message) {

    static Mistake unreadable(String file, String message) {
        return new Mistake(file, 0, 0, "", message);
    }

    boolean isUnreadable() {
        return line == 0;
    }

    @Override
    public String toString() {
        return isUnreadable()
                ? file + ": " + message
                : "%s:%d:%d: %s: %s".formatted(file, line, column, path, message);
    }
}
