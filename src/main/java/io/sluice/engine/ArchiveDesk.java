package io.sluice.engine;

import io.sluice.order.Archived;
import io.sluice.order.Event;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.Input;
import io.sluice.order.Orders;
import io.sluice.order.VenueReport.Reported;
import io.sluice.port.EventListener;
import io.sluice.port.Lane;
import io.sluice.port.OrderArchive;
import io.sluice.port.StoreAwayException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Looks up the orders of unmatched reports on a thread of its own, one after the other, once the
 * report is durable; what is found goes back to the engine's thread. Asks again until the archive
 * answers.
 */
public final class ArchiveDesk implements EventListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveDesk.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LAST_ANSWER = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ALARMS = Duration.ofMinutes(1);
    private static final int LANE_CAPACITY = 2_000;

    private final Engine engine;
    private final OrderArchive archive;
    private final LongSupplier durable;
    private final Lane lane;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Never interrupted: it may be in the middle of a file. */
    private final Thread thread = new Thread(this::run, "archive");

    /** The router remembers no more of them than a bounded number. */
    private final BlockingQueue<Asked> waiting = new LinkedBlockingQueue<>();

    private Instant alarmedAt = Instant.EPOCH;

    /**
     * @param position the report is in the journal at or before it
     */
    private record Asked(Reported report, long position) {}

    /**
     * @param durable the highest durable position of the journal
     */
    public ArchiveDesk(Engine engine, OrderArchive archive, LongSupplier durable) {
        this.engine = engine;
        this.archive = archive;
        this.durable = durable;
        this.lane = engine.lane("archive", Lane.Priority.VENUE, LANE_CAPACITY);
    }

    /** Takes up what runs before this one left. Engine's thread, before any venue speaks. */
    public void start(List<Reported> left) {
        left.forEach(this::ask);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void on(Event event, Orders orders, Instant at) {
        if (event instanceof ReportUnmatched unmatched
                && unmatched.lookUp()
                && unmatched.report() instanceof Reported report) {
            engine.whenDurable(() -> ask(report));
        }
    }

    private void ask(Reported report) {
        waiting.add(new Asked(report, durable.getAsLong()));
    }

    private void run() {
        try {
            while (!isClosing()) {
                Asked asked = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (asked != null) {
                    answer(asked);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("ALARM: no orders are looked up until the next start", e);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private boolean pause() throws InterruptedException {
        return closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answer(Asked asked) throws InterruptedException {
        Optional<Optional<Archived>> answer = ask(asked);
        while (answer.isEmpty() && !pause()) {
            answer = ask(asked);
        }
        if (answer.isEmpty()) {
            return;
        }
        Input found = new Input.LookedUp(asked.report(), answer.get());
        boolean isOver = lane.offer(() -> engine.tell(found));
        while (!isOver) {
            isOver = pause() || lane.offer(() -> engine.tell(found));
        }
    }

    private Optional<Optional<Archived>> ask(Asked asked) {
        try {
            return Optional.of(archive.find(asked.report(), asked.position()));
        } catch (StoreAwayException e) {
            alarm(e);
            return Optional.empty();
        }
    }

    /** A store that is a moment behind is nothing to be told. */
    private void alarm(StoreAwayException e) {
        Instant now = Instant.now();
        if (alarmedAt.equals(Instant.EPOCH)) {
            alarmedAt = now.minus(BETWEEN_ALARMS).plusSeconds(5);
        } else if (Duration.between(alarmedAt, now).compareTo(BETWEEN_ALARMS) >= 0) {
            alarmedAt = now;
            LOG.error(
                    "ALARM: {} reports on orders that left memory wait for the order book store: {}",
                    waiting.size() + 1,
                    e.getMessage());
        }
    }

    /** What is not answered yet is asked again by the next run. */
    @Override
    public void close() {
        closing.countDown();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(LAST_ANSWER);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
