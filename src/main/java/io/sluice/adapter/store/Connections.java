package io.sluice.adapter.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the one who writes a store gets its connections from. */
interface Connections {

    /** One that does not commit by itself. */
    Connection open() throws SQLException;

    /** Brings the tables to the version of this program. */
    void migrate() throws SQLException;
}
