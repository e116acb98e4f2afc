package io.sluice.engine;

import io.sluice.core.Router;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.Orders;
import io.sluice.port.Clock;
import io.sluice.port.EngineFigures;
import io.sluice.port.EventListener;
import io.sluice.port.FixStates;
import io.sluice.port.Frame;
import io.sluice.port.Inbox;
import io.sluice.port.Journal;
import io.sluice.port.JournalListener;
import io.sluice.port.Lane;
import io.sluice.port.LaneStatus;
import io.sluice.port.Lanes;
import io.sluice.port.Staging;
import io.sluice.port.Work;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that owns the router: takes work from the lanes, runs each in a frame of its own,
 * gives the frame to the journal and goes on. What a frame sends is released by the journal's
 * thread.
 */
public final class Engine implements Runnable, Lanes, Inbox, JournalListener, EngineFigures {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int CONTROL_CAPACITY = 65_536;

    private final Router router;
    private final Journal journal;
    private final FrameBuilder frame;
    private final FixStates fixStates;
    private final Staging staging;
    private final Blocks blocks;
    private final Clock clock;
    private final EngineSettings settings;
    private final OrderStop orderStop;
    private final long epoch;

    private final Decisions decisions;
    private final LaneSchedule schedule = new LaneSchedule();
    private final DurableWaits durableWaits = new DurableWaits();
    private final List<Runnable> tickActions = new CopyOnWriteArrayList<>();
    private final KillPursuit killPursuit;
    private final Lane control = lane("control", Lane.Priority.CONTROL, CONTROL_CAPACITY);

    private Instant lastTickAt = Instant.EPOCH;
    private Instant lastAt = Instant.EPOCH;
    private long framesSinceSnapshot;
    private long lastPosition;
    private volatile Runnable whenJournalFails = () -> {};
    private volatile Runnable whenEngineFails = () -> {};
    private volatile Instant aliveAt = Instant.EPOCH;
    private volatile @Nullable Error fatal;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;
    private volatile boolean parked;
    private volatile long parkedNanos;

    public Engine(
            Recovered recovered,
            Journal journal,
            Outside outside,
            Blocks blocks,
            Clock clock,
            EngineSettings settings) {
        this.router = recovered.router();
        this.epoch = recovered.epoch();
        this.journal = journal;
        this.frame = outside.frame();
        this.decisions = new Decisions(router, frame, this::orderStop);
        this.fixStates = outside.fixStates();
        this.staging = outside.staging();
        this.blocks = blocks;
        this.clock = clock;
        this.settings = settings;
        this.orderStop = new OrderStop(journal, settings);
        this.killPursuit =
                new KillPursuit(
                        lane("kill-pursuit", Lane.Priority.VENUE, 1),
                        router,
                        () -> tell(new Input.GoOnKilling()));
    }

    /** What the engine shares with the FIX side. */
    public record Outside(FrameBuilder frame, FixStates fixStates, Staging staging) {}

    /** What recovery hands to the engine: the router as it was, and the number of this run. */
    public record Recovered(Router router, long epoch) {}

    public void addListener(EventListener listener) {
        decisions.addListener(listener);
    }

    public Orders orders() {
        return router.orders();
    }

    /** Runs about once a second, in a frame. */
    public void onTick(Runnable action) {
        tickActions.add(action);
    }

    /** Runs once, on the journal's thread, after the last cancels were let go. */
    public void whenJournalFails(Runnable action) {
        whenJournalFails = action;
    }

    /** Runs once, on the engine's thread, when that can go on no more. */
    public void whenEngineFails(Runnable action) {
        whenEngineFails = action;
    }

    @Override
    public Instant aliveAt() {
        return aliveAt;
    }

    @Override
    public long parkedNanos() {
        return parkedNanos;
    }

    @Override
    public List<LaneStatus> lanes() {
        return schedule.statuses();
    }

    public boolean isEngineThread() {
        return Thread.currentThread().equals(thread);
    }

    /** The router itself, to look at on the engine's thread only. */
    public Router router() {
        return router;
    }

    /** Work that goes before everything else. */
    public Lane control() {
        return control;
    }

    @Override
    public Lane lane(String name, Lane.Priority priority, int capacity) {
        LaneQueue lane = new LaneQueue(name, capacity, this::wakeUp);
        schedule.add(priority, lane);
        return lane;
    }

    /** New orders and replaces are denied with this from now on, or taken again. */
    public void denyNewOrders(Optional<Denial> denial) {
        orderStop.deny(denial);
    }

    /** Ends the loop once the work at hand is done. */
    public void stop() {
        stopping = true;
        wakeUp();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            loop();
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** Whatever ends the loop, a router without its engine must not go on looking alive. */
    private void fail(Throwable cause) {
        String why = "the engine failed: " + cause;
        blocks.blockAll(why);
        orderStop.deny(Denial.of(DenialCode.INTERNAL_ERROR, why));
        LOG.error("ALARM: the engine's thread ended", cause);
        whenEngineFails.run();
    }

    private void loop() {
        while (!stopping) {
            Work work = schedule.next();
            boolean ticked;
            if (work != null) {
                runInFrame(work);
                ticked = tickIfDue();
                killPursuit.afterWork(lastAt, ticked);
            } else {
                ticked = tickIfDue();
                if (!killPursuit.whenIdle(lastAt, ticked) && !ticked) {
                    await();
                }
            }
        }
    }

    /** Runs work in a frame of its own. A failure keeps what was done, and is an alarm. */
    private void runInFrame(Work work) {
        frame.open(nextInstant());
        try {
            work.run();
        } catch (Exception e) {
            LOG.error("Work failed on the engine's thread; the frame keeps what it had done", e);
        }
        requireSound();
        closeFrame();
    }

    /**
     * Memory and frame may have parted: the frame is not kept, and the next run asks the venues.
     */
    private void requireSound() {
        Error cause = fatal;
        if (cause != null) {
            throw cause;
        }
    }

    /** An Error on the engine's thread that someone may have caught: the engine ends with it. */
    public void endWith(Error cause) {
        fatal = cause;
    }

    private void closeFrame() {
        orderStop.remembers(router.orders().size());
        Frame closed = frame.close(epoch);
        boolean sends = staging.hasStaged();
        if (closed.entries().isEmpty() && !sends) {
            durableWaits.runNow();
            return;
        }
        long position = journal.append(closed);
        lastPosition = position;
        fixStates.closed(position);
        staging.seal(position);
        durableWaits.seal(position);
        snapshotIfDue(position);
    }

    @Override
    public List<Event> tell(Input input) {
        try {
            List<Event> events = decisions.tell(input);
            if (input instanceof Input.Started) {
                killPursuit.begin();
            }
            return events;
        } catch (Error e) {
            endWith(e);
            throw e;
        }
    }

    /** Why no new orders are taken at this moment, if so. Any thread. */
    public Optional<Denial> orderStop() {
        return orderStop.now();
    }

    /** Runs an action on the engine's thread once the open frame is durable. Engine's thread. */
    public void whenDurable(Runnable action) {
        durableWaits.add(action);
    }

    @Override
    public void onDurable(long position) {
        staging.release(position);
        if (durableWaits.hasSealed()) {
            control.offer(() -> durableWaits.durable(position));
        }
    }

    @Override
    public void onFailed(Throwable cause) {
        String why = "the journal failed: " + cause.getMessage();
        blocks.blockAll(why);
        orderStop.deny(Denial.of(DenialCode.JOURNAL_FAILED, why));
        LOG.error("ALARM: {}. No order leaves any more; cancels at hand do.", why, cause);
        staging.journalFailed();
        whenJournalFails.run();
    }

    /** A tick is work like any other: its failure is an alarm and never the engine's end. */
    private boolean tickIfDue() {
        Instant now = clock.now();
        if (Duration.between(lastTickAt, now).compareTo(TICK) < 0 && !now.isBefore(lastTickAt)) {
            return false;
        }
        lastTickAt = now;
        runInFrame(() -> tell(new Input.Tick()));
        tickActions.forEach(action -> runInFrame(action::run));
        aliveAt = now;
        return true;
    }

    /** Frames never go back in time, whatever the wall clock does. */
    private Instant nextInstant() {
        Instant now = clock.now();
        if (now.isAfter(lastAt)) {
            lastAt = now;
        }
        return lastAt;
    }

    private void snapshotIfDue(long position) {
        framesSinceSnapshot++;
        if (framesSinceSnapshot >= settings.snapshotEveryFrames()) {
            snapshot(position);
        }
    }

    /** The last work of a run: the next one starts from here. In a frame that keeps nothing. */
    public void snapshotAndStop() {
        if (lastPosition > 0) {
            snapshot(lastPosition);
        }
        stop();
    }

    private void snapshot(long position) {
        framesSinceSnapshot = 0;
        journal.save(
                new Journal.Snapshot(
                        position, new EngineState(router.state(), fixStates.states())));
        journal.releaseBefore(Math.min(position, fixStates.oldestNeeded()));
    }

    private void await() {
        if (settings.spin()) {
            Thread.onSpinWait();
            return;
        }
        parked = true;
        Work work = schedule.next();
        if (work == null && !stopping) {
            park();
        }
        parked = false;
        if (work != null) {
            runInFrame(work);
            killPursuit.afterWork(lastAt, false);
        }
    }

    /** Nobody else changes what it counts. */
    private void park() {
        long since = System.nanoTime();
        LockSupport.parkNanos(this, TICK.toNanos() / 4);
        long slept = parkedNanos + System.nanoTime() - since;
        parkedNanos = slept;
    }

    private void wakeUp() {
        Thread sleeper = thread;
        if (parked && sleeper != null) {
            LockSupport.unpark(sleeper);
        }
    }
}
