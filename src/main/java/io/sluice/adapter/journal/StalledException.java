package io.sluice.adapter.journal;

import java.io.IOException;

/** A write or force did not end in time. Whether it ever will is not known. */
public final class StalledException extends IOException {

    private static final long serialVersionUID = 1;

    StalledException(String message) {
        super(message);
    }
}
