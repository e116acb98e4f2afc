package io.sluice.port;

import java.time.Instant;

/** Where the time comes from. */
public interface Clock {

    Instant now();
}
