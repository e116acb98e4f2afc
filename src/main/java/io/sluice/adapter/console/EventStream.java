package io.sluice.adapter.console;

import io.sluice.order.Event;
import io.sluice.port.Frame;
import io.sluice.port.Journal;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One reader of events over a WebSocket. A follower of the durable journal feeds it and waits while
 * the reader's outbox is full; past its patience the stream ends. Safe for any thread.
 */
final class EventStream implements Journal.FrameReader {

    /** Characters that may wait for the reader's socket. */
    static final int OUTBOX = 1 << 20;

    private final Session session;
    private final Set<String> types;
    private final StreamPlace after;
    private final Duration patience;
    private final Semaphore room = new Semaphore(OUTBOX);
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicReference<Optional<StreamEnd>> end =
            new AtomicReference<>(Optional.empty());
    private volatile StreamPlace last;
    private volatile long endedNanos;

    /**
     * @param types names of events; all when there are none
     * @param patience how long a full outbox is waited for
     */
    EventStream(Session session, Set<String> types, StreamPlace after, Duration patience) {
        this.session = session;
        this.types = types;
        this.after = after;
        this.patience = patience;
        this.last = after;
    }

    /** Everything up to here was told, or was not asked for. */
    StreamPlace last() {
        return last;
    }

    @Override
    public void take(long position, Frame frame) {
        turn.lock();
        try {
            for (int index = 0; index < frame.entries().size(); index++) {
                if (frame.entries().get(index) instanceof Frame.Happened(Event event)
                        && after.isBefore(position, index)
                        && isWanted(event)) {
                    StreamPlace place = new StreamPlace(position, index);
                    if (!send(json(place, frame.at(), event))) {
                        return;
                    }
                    last = place;
                }
            }
            last = StreamPlace.afterFrame(position);
        } finally {
            turn.unlock();
        }
    }

    private boolean isWanted(Event event) {
        return types.isEmpty() || types.contains(event.getClass().getSimpleName());
    }

    private static String json(StreamPlace place, Instant at, Event event) {
        ObjectNode shown = ConsoleJson.MAPPER.createObjectNode();
        shown.put("seq", place.toString());
        shown.put("at", at.toString());
        shown.setAll(OrderHistory.event(event));
        return shown.toString();
    }

    /** Waits for room. */
    private boolean send(String text) {
        if (end.get().isPresent()) {
            return false;
        }
        int size = Math.min(text.length(), OUTBOX);
        try {
            if (!room.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                finish(StreamEnd.tooSlow(last));
                return false;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        session.sendText(text, Callback.from(() -> room.release(size), _ -> room.release(size)));
        return true;
    }

    /**
     * Tells where the reader is, and that the router is there: now and then, and at the beginning.
     * Not while events are told, or nobody takes them.
     */
    void heartbeat(Instant now) {
        if (!turn.tryLock()) {
            return;
        }
        try {
            ObjectNode shown = ConsoleJson.MAPPER.createObjectNode();
            shown.put("seq", last.toString());
            shown.put("at", now.toString());
            shown.put("type", "Heartbeat");
            if (room.availablePermits() == OUTBOX) {
                send(shown.toString());
                session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Ends it once; what was told before goes first, and then the reason. */
    void finish(StreamEnd why) {
        if (end.compareAndSet(Optional.empty(), Optional.of(why))) {
            endedNanos = System.nanoTime();
            session.close(why.code(), why.reason(), Callback.NOOP);
        }
    }

    /** A reader that does not take its end either is cut off. */
    void cutIfOverdue(Duration allowed) {
        if (end.get().isPresent() && System.nanoTime() - endedNanos > allowed.toNanos()) {
            session.disconnect();
        }
    }
}
