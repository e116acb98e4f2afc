package io.sluice.adapter.journal;

import java.io.IOException;

/** The journal's files do not hold what was once made durable in them. A person must look. */
public final class DamagedJournalException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedJournalException(String message) {
        super(message);
    }

    DamagedJournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
