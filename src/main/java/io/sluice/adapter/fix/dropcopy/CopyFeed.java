package io.sluice.adapter.fix.dropcopy;

import io.sluice.adapter.fix.FixSession;
import io.sluice.adapter.fix.JournaledReport;
import io.sluice.adapter.fix.OutboundMessage;
import io.sluice.port.FixPlace;
import io.sluice.port.Frame;
import io.sluice.port.Journal;
import io.sluice.port.Lane;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The copies of one reader from one Logon to its end. A thread of the journal makes them and waits
 * when too many wait; the engine's thread sends them, a few at a time, when nothing else is to be
 * done.
 */
final class CopyFeed implements Journal.FrameReader {

    /** Copies that are made ahead of the engine. */
    private static final int READY = 1_000;

    /** Messages of one slice. */
    private static final int SLICE = 32;

    /** Messages that may wait in the outbox before the next slice waits, too. */
    private static final int MAX_WAITING = 10_000;

    private final FixSession session;
    private final Lane lane;
    private final Executor opener;
    private final FixPlace start;
    private final BlockingQueue<Copy> ready = new ArrayBlockingQueue<>(READY);
    private final AtomicBoolean offered = new AtomicBoolean();
    private volatile Journal.@Nullable Following following;
    private volatile boolean stopped;

    private record Copy(FixPlace source, OutboundMessage message) {}

    /**
     * @param opener a thread that may wait for a disk
     */
    CopyFeed(FixSession session, Lane lane, Executor opener) {
        this.session = session;
        this.lane = lane;
        this.opener = opener;
        this.start = session.given();
    }

    void begin(Journal journal) {
        opener.execute(
                () -> {
                    if (!stopped) {
                        long after = Math.max(0, start.position() - 1);
                        following = journal.follow("dropcopy-" + session.name(), after, this);
                    }
                });
    }

    /** Nothing more is sent from here on. */
    void stop() {
        stopped = true;
        opener.execute(
                () -> {
                    Journal.Following last = following;
                    if (last != null) {
                        last.close();
                    }
                });
    }

    /** Why it ended by itself, if it did. */
    Optional<Throwable> failure() {
        Journal.Following current = following;
        return current == null ? Optional.empty() : current.failure();
    }

    @Override
    public void take(long position, Frame frame) {
        for (int i = 0; i < frame.entries().size() && !stopped; i++) {
            FixPlace place = new FixPlace(position, i);
            if (place.isAfter(start)) {
                JournaledReport.of(frame.entries().get(i))
                        .map(report -> new Copy(place, report.to(session.id().toString())))
                        .ifPresent(this::put);
            }
        }
    }

    private void put(Copy copy) {
        try {
            ready.put(copy);
            goOn();
        } catch (InterruptedException e) {
            // It is being closed: what was not taken is read again the next time.
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Any thread. Where the lane is full, the next tick tries again. */
    void goOn() {
        if (!ready.isEmpty() && !offered.getAndSet(true) && !lane.offer(this::slice)) {
            offered.set(false);
        }
    }

    private void slice() {
        offered.set(false);
        int sent = 0;
        while (sent < SLICE && !stopped && session.hasRoom(MAX_WAITING) && sendFirst()) {
            sent++;
        }
        if (sent == SLICE) {
            goOn();
        }
    }

    /** What could not be sent stays first: nothing is left out. */
    private boolean sendFirst() {
        Copy copy = ready.peek();
        if (copy == null || !session.sendCopy(copy.source(), copy.message())) {
            return false;
        }
        ready.remove();
        return true;
    }
}
