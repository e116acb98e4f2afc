package io.sluice.adapter.journal.codec;

import java.io.IOException;

/** Bytes that do not say what they should, or say it in words that are no longer known. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    public UnreadableException(String message) {
        super(message);
    }

    public UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
