package io.sluice.order;

/** Checks on the texts that ids are made of. */
final class Texts {

    /** The longest id the router takes from anyone, in characters. */
    static final int MAX_ID_LENGTH = 64;

    static void requireId(String what, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (value.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException(
                    what + " is longer than " + MAX_ID_LENGTH + " characters: " + value);
        }
    }

    /** What can stand in a FIX field, a line of a log and a path. */
    static void requirePrintable(String what, String value, int maxLength) {
        boolean printable = value.chars().allMatch(c -> c >= ' ' && c < 127);
        if (value.isBlank() || value.length() > maxLength || !printable) {
            throw new IllegalArgumentException(
                    "%s must be 1 to %d printable ASCII characters, was: '%s'"
                            .formatted(what, maxLength, value));
        }
    }

    private Texts() {}
}
