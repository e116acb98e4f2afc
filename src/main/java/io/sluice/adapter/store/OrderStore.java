package io.sluice.adapter.store;

import com.zaxxer.hikari.HikariDataSource;

import io.sluice.port.Journal;
import io.sluice.port.OrderArchive;
import io.sluice.port.OrderRecords;
import io.sluice.port.StoreHealth;

import java.util.function.LongSupplier;

/**
 * The order book store of a running router: what follows the journal, and what answers questions.
 * Whether the database is there or not, it starts, runs and ends. Safe for any thread.
 */
public final class OrderStore implements AutoCloseable {

    private final HikariDataSource readers;
    private final Projector projector;
    private final OrderRecords records;
    private final OrderArchive archive;

    private OrderStore(HikariDataSource readers, Projector projector) {
        this.readers = readers;
        this.projector = projector;
        Reading reading = new Reading(readers);
        this.records = new StoredRecords(reading, projector::rebuild);
        this.archive = new StoredOrders(reading);
    }

    /**
     * Begins to follow the journal.
     *
     * @param oldest the position after which no frame of the journal is missing
     */
    public static OrderStore start(
            StoreSettings settings,
            StoreSettings.Facts facts,
            Journal journal,
            LongSupplier oldest) {
        Database database = new Database(settings.login());
        Projector projector =
                new Projector(
                        new Projector.Source(journal, oldest), database, settings.batch(), facts);
        projector.start();
        return new OrderStore(database.readers(), projector);
    }

    public OrderRecords records() {
        return records;
    }

    public OrderArchive archive() {
        return archive;
    }

    public StoreHealth health() {
        return projector;
    }

    /** Writes what is durable by now, unless that takes long. */
    @Override
    public void close() {
        projector.close();
        readers.close();
    }
}
