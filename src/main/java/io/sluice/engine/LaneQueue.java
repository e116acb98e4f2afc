package io.sluice.engine;

import io.sluice.port.Lane;
import io.sluice.port.Work;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** A lane into the engine. Any thread offers, the engine's thread alone polls. */
final class LaneQueue implements Lane {

    private final String name;
    private final int capacity;
    private final BlockingQueue<Work> queue;
    private final AtomicReference<@Nullable Runnable> wantsRoom = new AtomicReference<>();
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
        wantsRoom.set(action);
        wakeUp.run();
    }

    @Override
    public int size() {
        return queue.size();
    }

    @Nullable Work poll() {
        Work work = queue.poll();
        if (wantsRoom.get() != null && queue.size() <= capacity / 2) {
            Runnable action = wantsRoom.getAndSet(null);
            if (action != null) {
                action.run();
            }
        }
        return work;
    }

    @Override
    public String toString() {
        return name;
    }
}
