package io.sluice.adapter.journal;

import io.sluice.adapter.journal.FrameCursor.Positioned;
import io.sluice.port.Journal.Following;
import io.sluice.port.Journal.FrameReader;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;

/** Reads durable frames on a thread of its own, as they come. Safe for any thread. */
final class Follower implements Following {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final Segments segments;
    private final Progress progress;
    private final FrameReader reader;
    private final Thread thread;
    private volatile long position;
    private volatile boolean isClosed;
    private volatile Optional<Throwable> failure = Optional.empty();

    Follower(String name, Segments segments, Progress progress, long after, FrameReader reader) {
        this.segments = segments;
        this.progress = progress;
        this.reader = reader;
        this.position = after;
        this.thread = new Thread(this::run, "journal-follow-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean isOver() {
        return isClosed || failure.isPresent();
    }

    private void run() {
        try (FrameCursor cursor = new FrameCursor(segments, beginning())) {
            while (!isClosed) {
                long durable = progress.durable();
                Positioned next = cursor.next(durable);
                if (next != null) {
                    reader.take(next.head().position(), next.frame());
                    position = next.head().position();
                } else if (!progress.awaitBeyond(durable)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            isClosed = true;
        } catch (IOException | RuntimeException cause) {
            if (isClosed) {
                return;
            }
            failure = Optional.of(cause);
            LOG.error("{} ended after position {}", thread.getName(), position, cause);
        }
    }

    /** Segments that someone moved away are left out: what is there can still be shown. */
    private long beginning() {
        long oldest = segments.unbrokenFrom();
        if (oldest > position) {
            LOG.warn(
                    "{} was to begin after position {}; the oldest segment begins at {}",
                    thread.getName(),
                    position,
                    oldest);
        }
        return Math.max(position, oldest);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public void close() {
        isClosed = true;
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
