package io.sluice.adapter.fix;

import io.sluice.port.Clock;
import io.sluice.port.SendPermit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * What one connection has to send: staged by the engine's thread, sealed with the position of its
 * frame, and written once that is durable and the socket has room. At most {@link #MAX_IN_FLIGHT}
 * bytes lie with the transport; the rest waits here, where it can still be stopped.
 */
final class OutboundQueue {

    /** Bytes that may lie unsent with the transport. */
    static final int MAX_IN_FLIGHT = 64 * 1024;

    /** Bytes that may wait for a peer that does not read; past that it is cut off. */
    static final long MAX_WAITING = 64L * 1024 * 1024;

    private final Wire wire;
    private final SendPermit permit;
    private final Clock clock;
    private final BiConsumer<Staged, String> notSent;
    private final LongSupplier released;

    private final List<Staged> open = new ArrayList<>();
    private final Deque<Sealed> sealed = new ArrayDeque<>();
    private long inFlight;

    /** All bytes ever given to the transport, and how far in them the last order reaches. */
    private long handedOver;

    private long ordersHandedOver;
    private long waiting;
    private boolean writing;
    private boolean closing;
    private boolean closed;
    private boolean letGo;

    private record Sealed(Staged staged, long position) {}

    /** The transport under the queue. */
    interface Wire {

        /** Writes bytes; calls back once they have left, and never if they did not. */
        void write(byte[] bytes, Runnable done);

        void close();

        /** Whether what is written now can still leave. */
        default boolean takesMore() {
            return true;
        }
    }

    /** What all queues of an outbox share. */
    record Rules(
            SendPermit permit,
            Clock clock,
            BiConsumer<Staged, String> notSent,
            LongSupplier released) {}

    OutboundQueue(Wire wire, Rules rules) {
        this.wire = wire;
        this.permit = rules.permit();
        this.clock = rules.clock();
        this.notSent = rules.notSent();
        this.released = rules.released();
    }

    /** Whether it was taken: nothing leaves any more through a queue that is closed. */
    synchronized boolean stage(Staged staged) {
        if (closed) {
            return false;
        }
        open.add(staged);
        return true;
    }

    synchronized void seal(long position) {
        for (Staged staged : open) {
            sealed.add(new Sealed(staged, position));
            waiting += staged.text().length();
        }
        open.clear();
    }

    /**
     * Writes what is durable, as one write, as far as the transport has room. One thread writes at
     * a time and goes on for the others: the transport has locks of its own, so none of ours is
     * held.
     */
    void flush(long durable) {
        Portion next = next(durable);
        while (!next.text().isEmpty()) {
            byte[] bytes = next.text().getBytes(StandardCharsets.ISO_8859_1);
            wire.write(bytes, () -> written(bytes.length));
            stop(next.stopwatches());
            next.refused().forEach(it -> notSent.accept(it.staged(), it.why()));
            next = nextAfterWriting(durable);
        }
        closeWhenEmpty();
    }

    /** There will be no durable frame any more: what is sealed leaves as the transport takes it. */
    void letGo() {
        synchronized (this) {
            letGo = true;
        }
        flush(Long.MAX_VALUE);
    }

    private static void stop(List<Stopwatch> stopwatches) {
        if (!stopwatches.isEmpty()) {
            long now = System.nanoTime();
            stopwatches.forEach(it -> it.stop(now));
        }
    }

    /** What is written next: nothing while another thread writes. */
    private synchronized Portion next(long durable) {
        long upTo = letGo ? Long.MAX_VALUE : Math.max(durable, released.getAsLong());
        return writing || closed ? Portion.NONE : take(upTo);
    }

    private synchronized Portion nextAfterWriting(long durable) {
        writing = false;
        return next(durable);
    }

    private Portion take(long durable) {
        List<Refused> refused = new ArrayList<>();
        List<Stopwatch> stopwatches = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        while (canWrite(durable) && hasRoom(out.length())) {
            Sealed first = sealed.removeFirst();
            waiting -= first.staged().text().length();
            int refusedBefore = refused.size();
            out.append(permitted(first.staged(), refused));
            if (first.staged().order().isPresent() && refused.size() == refusedBefore) {
                ordersHandedOver = handedOver + out.length();
            }
            if (first.staged().stopwatch().runs() && refused.size() == refusedBefore) {
                stopwatches.add(first.staged().stopwatch());
            }
        }
        handedOver += out.length();
        inFlight += out.length();
        writing = !out.isEmpty();
        return new Portion(out.toString(), refused, stopwatches);
    }

    private record Portion(String text, List<Refused> refused, List<Stopwatch> stopwatches) {
        static final Portion NONE = new Portion("", List.of(), List.of());
    }

    private record Refused(Staged staged, String why) {}

    private boolean canWrite(long durable) {
        return !sealed.isEmpty() && sealed.getFirst().position() <= durable;
    }

    /** A message longer than what may be in flight goes alone. */
    private boolean hasRoom(int soFar) {
        long before = inFlight + soFar;
        long after = before + sealed.getFirst().staged().text().length();
        return before == 0 || after <= MAX_IN_FLIGHT;
    }

    private void written(int bytes) {
        synchronized (this) {
            inFlight -= bytes;
            notifyAll();
        }
        if (wire.takesMore()) {
            flush(released.getAsLong());
        }
    }

    /**
     * An order that may not leave any more leaves a gap fill in its place, under the same number.
     */
    private String permitted(Staged staged, List<Refused> refused) {
        Optional<String> why = staged.order().flatMap(mark -> refusal(staged, mark));
        if (why.isEmpty()) {
            return staged.text();
        }
        refused.add(new Refused(staged, why.get()));
        int number = staged.msgSeqNum();
        return FixText.gapFill(staged.text(), number, number + 1, false, clock.now());
    }

    private Optional<String> refusal(Staged staged, Staged.OrderMark mark) {
        long age = clock.now().toEpochMilli() - staged.stagedAtMillis();
        if (age > mark.maxUnsentMillis()) {
            return Optional.of(
                    "it waited " + age + " ms, more than " + mark.maxUnsentMillis() + ", to leave");
        }
        return permit.refusal(mark.scopes());
    }

    /** Closes once everything at hand has left. */
    void closeWhenSent() {
        synchronized (this) {
            closing = true;
        }
        flush(released.getAsLong());
    }

    private void closeWhenEmpty() {
        if (isDone()) {
            wire.close();
        }
    }

    /** Whether it is to be closed now; true once. */
    private synchronized boolean isDone() {
        boolean empty = open.isEmpty() && sealed.isEmpty() && inFlight == 0 && !writing;
        if (!closing || closed || !empty) {
            return false;
        }
        closed = true;
        return true;
    }

    /** Closes now. What has not been given to the transport will never leave. */
    void closeNow(String why) {
        List<Staged> never = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
            never.addAll(open);
            sealed.forEach(it -> never.add(it.staged()));
            open.clear();
            sealed.clear();
            waiting = 0;
        }
        wire.close();
        for (Staged staged : never) {
            if (staged.order().isPresent()) {
                notSent.accept(staged, why);
            }
        }
    }

    synchronized boolean isClosing() {
        return closing && !closed;
    }

    synchronized boolean isOverfull() {
        return waiting > MAX_WAITING;
    }

    /** Whether something lies with the transport, or could. */
    synchronized boolean hasDue() {
        return inFlight > 0 || canWrite(released.getAsLong());
    }

    /**
     * Whether a sender that can wait should go on: fewer messages than these wait here, and a peer
     * that reads, though slowly, is far from being cut off.
     */
    synchronized boolean hasRoomFor(int maxMessages) {
        return size() < maxMessages && waiting < MAX_WAITING / 4;
    }

    /**
     * How far in the bytes of this connection the last order or replace reaches that was permitted
     * so far: permits are read under the same lock.
     */
    synchronized long ordersHandedOver() {
        return ordersHandedOver;
    }

    /**
     * Whether the bytes up to there left the process before the deadline; of a dead one none do.
     */
    synchronized boolean awaitLeft(long mark, long deadlineNanos) {
        while (!closed && handedOver - inFlight < mark) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Messages that wait here. */
    synchronized int size() {
        return open.size() + sealed.size();
    }
}
