package io.sluice.order;

/** The name of one kill, given by whoever asked for it: the same name is the same kill. */
public record KillId(String value) {

    public KillId {
        Texts.requirePrintable("KillId", value, MAX_LENGTH);
    }

    /** Long enough for an OMS's name, a trading day and a ClOrdID(11) of it. */
    private static final int MAX_LENGTH = 2 * Texts.MAX_ID_LENGTH + 10;

    @Override
    public String toString() {
        return value;
    }
}
