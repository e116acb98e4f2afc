package io.sluice.adapter.journal;

import java.io.IOException;

/** Another router has taken the data directory over; this one may write nothing more. */
public final class FencedException extends IOException {

    private static final long serialVersionUID = 1;

    FencedException(String message) {
        super(message);
    }
}
