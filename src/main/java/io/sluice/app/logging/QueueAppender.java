package io.sluice.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes lines from any thread without ever waiting, and writes them on one of its own. A full queue
 * loses the line and counts it; how many were lost is a line of its own, once lines are written
 * again.
 */
public final class QueueAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements AppenderAttachable<ILoggingEvent> {

    /** Lines that may wait: with their texts a few MiB. */
    static final int CAPACITY = 8_192;

    private static final long FLUSH_MILLIS = 1_000;
    private static final long SAY_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final LongAdder DROPPED_IN_ALL = new LongAdder();

    private final AppenderAttachableImpl<ILoggingEvent> targets = new AppenderAttachableImpl<>();
    private final BlockingQueue<ILoggingEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final LongAdder dropped = new LongAdder();
    private final Thread writer = Thread.ofPlatform().daemon().name("log").unstarted(this::write);
    private long said;
    private long saidNanos;

    static long droppedInAll() {
        return DROPPED_IN_ALL.sum();
    }

    /** Lines that this appender has lost. */
    long dropped() {
        return dropped.sum();
    }

    @Override
    public void start() {
        super.start();
        writer.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        if (!queue.offer(event)) {
            dropped.increment();
            DROPPED_IN_ALL.increment();
        }
    }

    /** What waits is written, but a terminal that takes nothing is not waited for. */
    @Override
    public void stop() {
        if (!isStarted()) {
            return;
        }
        super.stop();
        writer.interrupt();
        try {
            writer.join(FLUSH_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            while (isStarted()) {
                targets.appendLoopOnAppenders(queue.take());
                sayWhatWasLost(SAY_AGAIN_NANOS);
            }
        } catch (InterruptedException _) {
            addInfo("The log is ending");
        }
        for (ILoggingEvent left = queue.poll(); left != null; left = queue.poll()) {
            targets.appendLoopOnAppenders(left);
        }
        sayWhatWasLost(0);
        targets.detachAndStopAllAppenders();
    }

    /** Not for every line: there are many when lines are lost. */
    private void sayWhatWasLost(long pauseNanos) {
        long lost = dropped.sum() - said;
        long now = System.nanoTime();
        if (lost == 0 || now - saidNanos < pauseNanos) {
            return;
        }
        said += lost;
        saidNanos = now;
        if (getContext() instanceof LoggerContext context) {
            Logger log = context.getLogger(QueueAppender.class);
            targets.appendLoopOnAppenders(
                    new LoggingEvent(
                            QueueAppender.class.getName(),
                            log,
                            Level.WARN,
                            lost + " lines were lost: they came faster than they were written",
                            null,
                            null));
        }
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> target) {
        targets.addAppender(target);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return targets.iteratorForAppenders();
    }

    @Override
    public @Nullable Appender<ILoggingEvent> getAppender(String name) {
        return targets.getAppender(name);
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> target) {
        return targets.isAttached(target);
    }

    @Override
    public void detachAndStopAllAppenders() {
        targets.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> target) {
        return targets.detachAppender(target);
    }

    @Override
    public boolean detachAppender(String name) {
        return targets.detachAppender(name);
    }
}
