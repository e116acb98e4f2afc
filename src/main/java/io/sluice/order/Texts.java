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

    private Texts() {}
}
