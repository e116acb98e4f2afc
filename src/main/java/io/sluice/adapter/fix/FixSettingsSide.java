package io.sluice.adapter.fix;

import quickfix.SessionFactory;

/** Who opens the connection of the sessions in a file, as ConnectionType names it. */
public enum FixSettingsSide {
    ACCEPTOR(SessionFactory.ACCEPTOR_CONNECTION_TYPE),
    INITIATOR(SessionFactory.INITIATOR_CONNECTION_TYPE);

    private final String connectionType;

    FixSettingsSide(String connectionType) {
        this.connectionType = connectionType;
    }

    String connectionType() {
        return connectionType;
    }
}
