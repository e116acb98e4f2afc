package io.sluice.adapter.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Empties a store of all that the journal can tell again. Broken off, it is begun anew. */
final class Emptying {

    static void run(Connection connection) throws SQLException {
        Progress before = Progress.read(connection);
        Progress emptying =
                new Progress(
                        Progress.EMPTYING,
                        Optional.empty(),
                        Optional.empty(),
                        StoreJson.FORMAT,
                        Optional.empty());
        emptying.write(connection, before, Instant.now());
        connection.commit();
        Queries.run(
                connection,
                "TRUNCATE TABLE orders",
                "TRUNCATE TABLE requests",
                "TRUNCATE TABLE executions",
                "TRUNCATE TABLE order_events",
                "TRUNCATE TABLE positions",
                "TRUNCATE TABLE kills",
                "TRUNCATE TABLE sessions");
        Progress.NONE.write(connection, emptying, Instant.now());
        connection.commit();
    }

    private Emptying() {}
}
