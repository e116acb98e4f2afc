package io.sluice.port;

import java.util.List;

/** The FIX sessions, to look at. Safe for any thread. */
public interface Sessions {

    List<SessionStatus> sessions();
}
