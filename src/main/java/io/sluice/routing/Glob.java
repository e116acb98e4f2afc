package io.sluice.routing;

/** Texts with {@code *} for any characters, none included. */
final class Glob {

    static boolean matches(String pattern, String text) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(text);
        }
        String last = parts[parts.length - 1];
        if (!text.startsWith(parts[0])
                || !text.endsWith(last)
                || text.length() < parts[0].length() + last.length()) {
            return false;
        }
        return containsInOrder(
                text.substring(parts[0].length(), text.length() - last.length()), parts);
    }

    /** Whether the inner parts of the pattern stand in the text, one after the other. */
    private static boolean containsInOrder(String text, String[] parts) {
        int from = 0;
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], from);
            if (found < 0) {
                return false;
            }
            from = found + parts[i].length();
        }
        return true;
    }

    private Glob() {}
}
