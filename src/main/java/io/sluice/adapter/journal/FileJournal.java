package io.sluice.adapter.journal;

import io.sluice.adapter.journal.FrameCursor.Positioned;
import io.sluice.adapter.journal.Opening.Opened;
import io.sluice.adapter.journal.codec.RecordCodec;
import io.sluice.adapter.journal.codec.Renames;
import io.sluice.adapter.journal.disk.Disk;
import io.sluice.adapter.journal.disk.NativeDisk;
import io.sluice.port.Durations;
import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.JournalFigures;
import io.sluice.port.JournalListener;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The journal in the files of a directory. One thread appends; the rest is safe for any thread.
 * After a failure appended frames are still kept and can be read, and are never durable.
 */
public final class FileJournal implements Journal, JournalFigures {

    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final long CLOSE_MILLIS = 10_000;

    private final Durations forces = new Durations();
    private final Opened parts;
    private final Tail tail;
    private final Progress progress;
    private final FrameLookup lookup;
    private final Thread journalThread;
    private final Thread watchdog = daemon("journal-watchdog", this::watch);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch remembered = new CountDownLatch(1);
    private final AtomicReference<@Nullable Snapshot> toSave = new AtomicReference<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService segmentThread;
    private final ExecutorService snapshotThread =
            Executors.newSingleThreadExecutor(task -> daemon("journal-snapshots", task));

    /**
     * Opens the journal of a directory, or makes one.
     *
     * @param roots the families and records that stand in snapshots; those in frames are known
     */
    public static FileJournal open(JournalSettings settings, List<Class<?>> roots)
            throws IOException {
        return open(settings, roots, new NativeDisk());
    }

    /** The same on a disk that is not the machine's. */
    public static FileJournal open(JournalSettings settings, List<Class<?>> roots, Disk disk)
            throws IOException {
        return open(settings, codec(roots), disk);
    }

    static RecordCodec codec(List<Class<?>> roots) {
        List<Class<?>> all = new ArrayList<>(roots);
        all.add(Frame.Entry.class);
        return RecordCodec.of(all, Renames.SO_FAR);
    }

    static FileJournal open(JournalSettings settings, RecordCodec codec, Disk disk)
            throws IOException {
        ScheduledExecutorService segmentThread = segmentThread();
        boolean isOpen = false;
        try {
            Opened opened = new Opening(disk, settings, codec, segmentThread).open();
            FileJournal journal = new FileJournal(opened, segmentThread);
            isOpen = true;
            return journal;
        } finally {
            if (!isOpen) {
                segmentThread.shutdown();
            }
        }
    }

    /** Once shut down it forgets what was to be tried again later. */
    private static ScheduledExecutorService segmentThread() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> daemon("journal-segments", task),
                        new ThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    private FileJournal(Opened opened, ScheduledExecutorService segmentThread) throws IOException {
        this.parts = opened;
        this.segmentThread = segmentThread;
        this.tail =
                new Tail(
                        opened.codec(),
                        opened.settings().segmentBytes(),
                        opened.place(),
                        opened.chain());
        this.progress = new Progress(opened.chain().last());
        this.lookup = new FrameLookup(opened.segments(), tail);
        JournalThread work =
                new JournalThread(
                        new JournalThread.Parts(
                                opened.disk(),
                                opened.settings().durability(),
                                tail,
                                progress,
                                opened.maker(),
                                new Fence(new Epochs(opened.settings().directory())),
                                this::failed,
                                forces),
                        opened.segment());
        this.journalThread = daemon("journal", work);
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start(JournalListener listener) {
        progress.listen(listener);
        journalThread.start();
        watchdog.start();
    }

    @Override
    public long append(Frame frame) {
        return tail.append(frame);
    }

    @Override
    public long durable() {
        return progress.durable();
    }

    @Override
    public Backlog backlog() {
        return tail.backlog();
    }

    @Override
    public boolean hasRoomForOrders() {
        return !progress.hasFailed()
                && parts.maker().isAbleToMake()
                && tail.backlog().bytes() <= parts.settings().maxBacklogBytes();
    }

    @Override
    public void replay(long after, FrameReader reader) throws IOException {
        long last = progress.durable();
        if (last <= after) {
            return;
        }
        try (FrameCursor cursor = new FrameCursor(parts.segments(), after)) {
            Positioned next = cursor.next(last);
            while (next != null) {
                reader.take(next.head().position(), next.frame());
                next = cursor.next(last);
            }
        }
    }

    @Override
    public Following follow(String name, long after, FrameReader reader) {
        followers.removeIf(Follower::isOver);
        Follower follower = new Follower(name, parts.segments(), progress, after, reader);
        followers.add(follower);
        follower.start();
        return follower;
    }

    @Override
    public long unbrokenAfter() {
        return parts.segments().unbrokenFrom();
    }

    @Override
    public Frame read(long position) throws IOException {
        return lookup.read(position);
    }

    @Override
    public void save(Snapshot snapshot) {
        if (toSave.getAndSet(snapshot) == null) {
            snapshotThread.execute(this::saveLatest);
        }
    }

    private void saveLatest() {
        Snapshot snapshot = toSave.getAndSet(null);
        if (snapshot == null) {
            return;
        }
        try {
            Path unfinished = parts.snapshots().write(snapshot);
            if (progress.awaitBeyond(snapshot.position() - 1)) {
                parts.snapshots().publish(unfinished, snapshot.position());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException cause) {
            LOG.error("The snapshot at position {} was not saved", snapshot.position(), cause);
        }
    }

    @Override
    public Optional<Snapshot> loadSnapshot() throws IOException {
        return parts.snapshots().load();
    }

    @Override
    public void releaseBefore(long position) {
        segmentThread.execute(() -> archiveBefore(position));
    }

    private void archiveBefore(long position) {
        try {
            List<Long> snapshots = parts.snapshots().positions();
            if (!snapshots.isEmpty()) {
                parts.segments().archiveBefore(Math.min(position, snapshots.getLast()));
            }
        } catch (IOException cause) {
            LOG.error("Segments before position {} were not archived", position, cause);
        }
    }

    @Override
    public Durations forces() {
        return forces;
    }

    @Override
    public long frames() {
        return tail.frames();
    }

    @Override
    public int segments() {
        return parts.segments().live().size();
    }

    @Override
    public long oldest() {
        return parts.segments().unbrokenFrom();
    }

    /** What was cut off the end when the journal was opened. */
    public Optional<TailCut> tailCut() {
        return parts.cut();
    }

    /** Whether a run before this one ended with a failed journal, and nobody cleared that. */
    public boolean previousEndFailed() {
        return !parts.failedMark().lastFailure().isEmpty();
    }

    /** To be called once what follows from a failed end is durable. */
    public void clearPreviousEndFailed() throws IOException {
        parts.failedMark().clear();
    }

    /** Why nothing becomes durable any more. */
    public Optional<Throwable> failure() {
        return progress.failure();
    }

    private void failed(Throwable cause) {
        if (progress.fail(cause)) {
            rememberFailure(cause);
        }
    }

    /** A router that was fenced off may not write: the mark is the other one's. */
    private void rememberFailure(Throwable cause) {
        LOG.error("The journal has failed", cause);
        try {
            if (!(cause instanceof FencedException)) {
                parts.failedMark().set(cause);
            }
        } catch (IOException notWritten) {
            LOG.error("The mark of the failure was not written", notWritten);
        } finally {
            remembered.countDown();
        }
    }

    private void watch() {
        long allowed = parts.settings().forceStallAfter().toNanos();
        try {
            while (!closing.await(Math.max(allowed / 8, 1_000_000), TimeUnit.NANOSECONDS)) {
                if (progress.failIfStalled(allowed)) {
                    progress.failure().ifPresent(this::rememberFailure);
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes what was appended durable, and stops. A stalled force is not waited for. */
    @Override
    public void close() {
        tail.close();
        if (journalThread.getState() == Thread.State.NEW) {
            journalThread.start();
        }
        try {
            awaitJournalThread();
            awaitMark();
            closing.countDown();
            progress.close();
            followers.forEach(Follower::close);
            segmentThread.shutdown();
            snapshotThread.shutdown();
            boolean ended =
                    segmentThread.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)
                            && snapshotThread.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
            if (!ended) {
                LOG.warn("The journal was closed while it made a segment or a snapshot");
            }
            watchdog.join(CLOSE_MILLIS);
            lookup.close();
            parts.failedMark().close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException cause) {
            LOG.warn("A file of the journal could not be closed", cause);
        }
    }

    /** The next run must know of a failure, however soon after it this one is closed. */
    private void awaitMark() throws InterruptedException {
        if (progress.hasFailed() && !remembered.await(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.error("ALARM: the journal was closed before its failure was marked");
        }
    }

    private void awaitJournalThread() throws InterruptedException {
        while (journalThread.isAlive() && !progress.hasFailed()) {
            journalThread.join(10);
        }
    }
}
