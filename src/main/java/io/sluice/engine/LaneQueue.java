package io.sluice.engine;

import io.sluice.port.Lane;
import io.sluice.port.LaneStatus;
import io.sluice.port.Work;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A lane into the engine. Any thread offers, the engine's thread alone polls. */
final class LaneQueue implements Lane {

    private final String name;
    private final int capacity;
    private final BlockingQueue<Work> queue;
    private final Queue<Runnable> wantRoom = new ConcurrentLinkedQueue<>();
    private final Runnable wakeUp;

    LaneQueue(String name, int capacity, Runnable wakeUp) {
        this.name = name;
        this.capacity = capacity;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.wakeUp = wakeUp;
    }

    @Override
    public boolean offer(Work work) {
        boolean taken = queue.offer(work);
        wakeUp.run();
        return taken;
    }

    /** A full lane says that it has room once half of it is free, so that readers do not flap. */
    @Override
    public void onRoom(Runnable action) {
        wantRoom.add(action);
        wakeUp.run();
    }

    @Override
    public int size() {
        return queue.size();
    }

    LaneStatus status(Priority priority) {
        return new LaneStatus(name, priority, queue.size(), capacity);
    }

    @Nullable Work poll() {
        Work work = queue.poll();
        if (!wantRoom.isEmpty() && queue.size() <= capacity / 2) {
            tellWhoWantsRoom();
        }
        return work;
    }

    /** Those who find the lane full once more ask again, and are told the next time. */
    private void tellWhoWantsRoom() {
        List<Runnable> waiting = new ArrayList<>();
        for (Runnable next = wantRoom.poll(); next != null; next = wantRoom.poll()) {
            waiting.add(next);
        }
        waiting.forEach(Runnable::run);
    }

    @Override
    public String toString() {
        return name;
    }
}
