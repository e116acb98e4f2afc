package io.sluice.adapter.store;

import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.StoreHealth;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Follows the durable journal and writes it down, on a thread of its own, until it is closed. What
 * fails is rolled back and begun again from the position in the store, however long that takes;
 * nobody ever waits for it.
 */
final class Projector implements StoreHealth, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LAST_BATCHES = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMillis(50);

    private final Source source;
    private final Connections connections;
    private final StoreSettings.Batch batch;
    private final StoreSettings.Facts facts;
    private final Lag lag = new Lag();
    private final Thread thread = new Thread(this::run, "store-projector");
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Instant closeBy = Instant.MAX;
    private volatile boolean rebuildAsked;
    private Duration pause = FIRST_PAUSE;

    /**
     * The journal, and where its oldest frames begin.
     *
     * @param oldest the position after which no frame is missing
     */
    record Source(Journal journal, LongSupplier oldest) {}

    private record Taken(long position, Frame frame) {}

    Projector(
            Source source,
            Connections connections,
            StoreSettings.Batch batch,
            StoreSettings.Facts facts) {
        this.source = source;
        this.connections = connections;
        this.batch = batch;
        this.facts = facts;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Empties the store and reads the journal from its beginning. */
    void rebuild() {
        rebuildAsked = true;
    }

    @Override
    public Status status() {
        return lag.status(source.journal().durable());
    }

    /** Writes what is durable by now, for as long as that takes in all reason, and ends. */
    @Override
    public void close() {
        closeBy = Instant.now().plus(LAST_BATCHES);
        closing.countDown();
        try {
            thread.join(LAST_BATCHES.multipliedBy(2));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Status last = status();
        if (last.behindBytes() > 0) {
            LOG.info(
                    "The store is {} bytes behind; the next run goes on there", last.behindBytes());
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private boolean isOver() {
        boolean hasAll = lag.position() >= source.journal().durable();
        return isClosing() && (hasAll || Instant.now().isAfter(closeBy));
    }

    /** The top of the thread. */
    private void run() {
        while (!isOver()) {
            try (Connection connection = open()) {
                project(connection);
                pause = FIRST_PAUSE;
            } catch (SQLException | IOException | RuntimeException e) {
                failed(e);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private Connection open() throws SQLException {
        connections.migrate();
        return connections.open();
    }

    private void failed(Exception cause) {
        if (isClosing()) {
            LOG.info("The store failed while the router ended: {}", cause.toString());
            closeBy = Instant.MIN;
            return;
        }
        if (lag.failed(cause)) {
            LOG.error(
                    "ALARM: the order book store is away; what happens is written down later: {}",
                    cause.toString());
        }
        LOG.debug("The store failed", cause);
        try {
            boolean _ = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            closeBy = Instant.MIN;
            closing.countDown();
        }
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void project(Connection connection)
            throws SQLException, IOException, InterruptedException {
        emptyWhenNeeded(connection);
        LimitRows.keep(connection, facts.limits(), Instant.now());
        Projection projection = Projection.resume(connection, facts.roles());
        skipWhatIsMissing(projection);
        lag.resumed(projection.stored());
        BlockingQueue<Taken> queue = new ArrayBlockingQueue<>(2 * batch.frames());
        long after = projection.stored().position();
        try (Journal.Following following =
                source.journal()
                        .follow("store", after, (position, frame) -> put(queue, position, frame))) {
            while (!isOver() && !rebuildAsked) {
                takeBatch(queue, projection, following);
            }
        }
    }

    private void emptyWhenNeeded(Connection connection) throws SQLException {
        Progress stored = Progress.read(connection);
        boolean isForeign = !isOfThisJournal(stored);
        if (isForeign) {
            LOG.warn(
                    "ALARM: the store was written from another journal, or by another version; it"
                            + " is rebuilt from this journal. It was {}",
                    stored);
        }
        if (rebuildAsked || isForeign || stored.position() == Progress.EMPTYING) {
            lag.emptied();
            Emptying.run(connection);
            rebuildAsked = false;
        }
    }

    /**
     * A journal can lose its end with the machine, or be another one altogether; then what the
     * store holds did not happen.
     */
    private boolean isOfThisJournal(Progress stored) {
        if (stored.format() != StoreJson.FORMAT || stored.position() > source.journal().durable()) {
            return false;
        }
        boolean canBeRead = stored.position() > source.oldest().getAsLong();
        if (stored.frame().isEmpty() || !canBeRead) {
            return true;
        }
        try {
            Frame frame = source.journal().read(stored.position());
            Progress.Stamp found = new Progress.Stamp(frame.epoch(), Row.stored(frame.at()));
            return stored.frame().get().equals(found);
        } catch (IOException _) {
            return false;
        }
    }

    private void skipWhatIsMissing(Projection projection) throws SQLException {
        long position = projection.stored().position();
        long oldest = source.oldest().getAsLong();
        if (oldest > position) {
            Progress.Gap gap = new Progress.Gap(position, oldest);
            LOG.warn("ALARM: the order book store is incomplete: {}", gap.text());
            projection.skip(gap);
            projection.commit();
        }
    }

    private void takeBatch(
            BlockingQueue<Taken> queue, Projection projection, Journal.Following following)
            throws SQLException, IOException, InterruptedException {
        Taken next = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            if (following.failure().isPresent()) {
                throw new IOException("The journal cannot be read on", following.failure().get());
            }
            lag.seen(source.journal().durable());
            return;
        }
        long before = projection.eventCount();
        long deadline = System.nanoTime() + batch.age().toNanos();
        int frames = 0;
        while (next != null) {
            projection.take(next.position(), next.frame());
            frames++;
            long left = deadline - System.nanoTime();
            next =
                    frames < batch.frames() && left > 0 && !isClosing()
                            ? queue.poll(left, TimeUnit.NANOSECONDS)
                            : null;
        }
        projection.commit();
        lag.committed(projection.stored(), projection.eventCount() - before);
        pause = FIRST_PAUSE;
        lag.seen(source.journal().durable());
    }

    /** Waits while the store is slow: only the follower's own thread does. */
    private static void put(BlockingQueue<Taken> queue, long position, Frame frame) {
        try {
            queue.put(new Taken(position, frame));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
