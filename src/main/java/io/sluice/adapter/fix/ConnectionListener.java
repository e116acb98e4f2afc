package io.sluice.adapter.fix;

import quickfix.SessionID;
import quickfix.SessionStateListener;

/** Notes when QuickFIX/J lets go of a connection. On the engine's thread. */
final class ConnectionListener implements SessionStateListener {

    private final FixSession session;

    ConnectionListener(FixSession session) {
        this.session = session;
    }

    @Override
    public void onConnect(SessionID id) {}

    @Override
    public void onDisconnect(SessionID id) {
        session.disconnected();
    }
}
