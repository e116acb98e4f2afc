package io.sluice.adapter.fix;

import quickfix.SessionID;
import quickfix.SessionStateListener;

/**
 * Notes when QuickFIX/J lets go of a connection, and when a numbering begins anew. On the engine's
 * thread.
 */
final class ConnectionListener implements SessionStateListener {

    private final FixSession session;

    ConnectionListener(FixSession session) {
        this.session = session;
    }

    @Override
    public void onConnect(SessionID id) {}

    /** What waited for its turn was numbered by the numbering before. */
    @Override
    public void onReset(SessionID id) {
        session.ahead().clear();
    }

    @Override
    public void onDisconnect(SessionID id) {
        session.disconnected();
    }
}
