package io.sluice.simulation;

import io.sluice.adapter.fix.JournalStores;
import io.sluice.adapter.journal.FileJournal;
import io.sluice.adapter.journal.JournalSettings;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.core.Fixtures;
import io.sluice.core.Policy;
import io.sluice.engine.Blocks;
import io.sluice.engine.Engine;
import io.sluice.engine.EngineSettings;
import io.sluice.engine.EngineState;
import io.sluice.engine.FrameBuilder;
import io.sluice.engine.Recovery;
import io.sluice.order.Event;
import io.sluice.port.Lane;
import io.sluice.port.Staging;
import io.sluice.port.Work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The real engine, core, FIX stores and file journal in a directory, with nothing around them and a
 * clock that stands still until told. Opening it recovers what the directory holds.
 */
final class EngineHouse implements AutoCloseable {

    static final Policy POLICY = Fixtures.policy(Fixtures.wide());

    /** Small, so that a short run goes over many. */
    private static final int SEGMENT_BYTES = 64 << 10;

    private final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.MORNING);
    private final List<Step> steps = new ArrayList<>();
    private final FileJournal journal;
    private final JournalStores stores;
    private final Engine engine;
    private final Thread thread;
    private final Lane lane;
    private volatile long released;
    private volatile boolean failed;

    /** The state after the frame at a position. */
    record Step(long position, EngineState state) {}

    private EngineHouse(FileJournal journal, long epoch, long snapshotEvery, Policy policy)
            throws IOException {
        FrameBuilder frame = new FrameBuilder();
        this.journal = journal;
        this.stores = new JournalStores(journal, frame, now::get);
        Recovery.Result recovered = Recovery.recover(policy, journal, stores);
        this.engine =
                new Engine(
                        new Engine.Recovered(recovered.router(), epoch),
                        journal,
                        new Engine.Outside(frame, stores, new Recorder()),
                        new Blocks(),
                        now::get,
                        new EngineSettings(false, 1 << 20, 60_000, snapshotEvery, 1 << 20));
        this.lane = engine.lane("test", Lane.Priority.OMS, 1_000);
        this.thread = new Thread(engine, "engine");
    }

    static EngineHouse open(Path directory, long epoch, long snapshotEvery) throws IOException {
        return open(directory, epoch, snapshotEvery, POLICY);
    }

    static EngineHouse open(Path directory, long epoch, long snapshotEvery, Policy policy)
            throws IOException {
        return started(
                new EngineHouse(journal(directory, new TestDisk()), epoch, snapshotEvery, policy));
    }

    /** A first run on a disk of the test's own, without snapshots. */
    static EngineHouse open(Path directory, Disk disk) throws IOException {
        return started(new EngineHouse(journal(directory, disk), 1, Long.MAX_VALUE, POLICY));
    }

    private static EngineHouse started(EngineHouse house) {
        house.journal.start(house.engine);
        house.engine.denyNewOrders(Optional.empty());
        house.thread.start();
        return house;
    }

    /** What a directory holds, looked at and left alone. */
    static EngineState stateIn(Path directory) throws IOException {
        try (FileJournal journal = journal(directory, new TestDisk())) {
            JournalStores stores = new JournalStores(journal, new FrameBuilder(), Instant::now);
            Recovery.Result result = Recovery.recover(POLICY, journal, stores);
            return new EngineState(result.router().state(), stores.states());
        }
    }

    private static FileJournal journal(Path directory, Disk disk) throws IOException {
        return FileJournal.open(
                new JournalSettings(
                        directory,
                        JournalSettings.Durability.PROCESS,
                        SEGMENT_BYTES,
                        16 << 20,
                        Duration.ofSeconds(30)),
                List.of(EngineState.class, Event.class),
                disk);
    }

    Engine engine() {
        return engine;
    }

    JournalStores stores() {
        return stores;
    }

    FileJournal journal() {
        return journal;
    }

    /** Up to here everything was let go: whoever was told of it must find it again. */
    long released() {
        return released;
    }

    boolean hasFailed() {
        return failed;
    }

    /** The states so far, one a frame; to be read once it is closed. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    void pass(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }

    /** Has it done in a frame of its own, and waits until the frame is closed. */
    void work(Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        lane.offer(
                () -> {
                    try {
                        work.run();
                        done.complete(null);
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                });
        done.join();
    }

    @Override
    public void close() {
        engine.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
        journal.close();
    }

    /** Sends nothing; writes down the state after each frame. */
    private final class Recorder implements Staging {

        @Override
        public boolean hasStaged() {
            return false;
        }

        @Override
        public void seal(long position) {
            steps.add(
                    new Step(position, new EngineState(engine.router().state(), stores.states())));
        }

        @Override
        public void release(long durable) {
            released = durable;
        }

        @Override
        public List<String> quiesce(Duration patience) {
            return List.of();
        }

        @Override
        public void journalFailed() {
            failed = true;
        }
    }
}
