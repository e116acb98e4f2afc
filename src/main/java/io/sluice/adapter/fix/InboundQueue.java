package io.sluice.adapter.fix;

import io.sluice.port.Lane;
import io.sluice.port.Work;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The way of one connection's messages into a lane. When the lane is full, reading from the socket
 * is suspended; what was decoded already waits here, in order. I/O threads never block.
 */
final class InboundQueue {

    private final Runnable suspendReading;
    private final Runnable resumeReading;
    private final Deque<Work> overflow = new ArrayDeque<>();

    InboundQueue(Runnable suspendReading, Runnable resumeReading) {
        this.suspendReading = suspendReading;
        this.resumeReading = resumeReading;
    }

    synchronized void offer(Lane lane, Work work) {
        if (overflow.isEmpty() && lane.offer(work)) {
            return;
        }
        if (overflow.isEmpty()) {
            suspendReading.run();
            lane.onRoom(() -> drain(lane));
        }
        overflow.add(work);
    }

    private synchronized void drain(Lane lane) {
        while (!overflow.isEmpty()) {
            if (!lane.offer(overflow.getFirst())) {
                lane.onRoom(() -> drain(lane));
                return;
            }
            overflow.removeFirst();
        }
        resumeReading.run();
    }
}
