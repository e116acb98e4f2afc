package io.sluice.adapter.fix;

import io.sluice.port.Lane;
import io.sluice.port.Lanes;
import io.sluice.port.Work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lanes that can be held up: what is offered meanwhile goes on its way, in order, when the lane is
 * let go. Safe for any thread.
 */
final class HoldableLanes implements Lanes {

    private final Lanes lanes;
    private final Map<String, HoldableLane> byName = new ConcurrentHashMap<>();

    HoldableLanes(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public Lane lane(String name, Lane.Priority priority, int capacity) {
        HoldableLane lane = new HoldableLane(lanes.lane(name, priority, capacity));
        byName.put(name, lane);
        return lane;
    }

    HoldableLane named(String name) {
        HoldableLane lane = byName.get(name);
        if (lane == null) {
            throw new IllegalArgumentException("No lane " + name + " in " + byName.keySet());
        }
        return lane;
    }

    /** One lane that can be held up. */
    static final class HoldableLane implements Lane {

        private final Lane lane;
        private final Deque<Work> waiting = new ArrayDeque<>();
        private boolean held;
        private boolean refuses;
        private int offered;
        private int refused;

        private HoldableLane(Lane lane) {
            this.lane = lane;
        }

        synchronized void hold() {
            held = true;
        }

        synchronized void letGo() {
            held = false;
            waiting.forEach(lane::offer);
            waiting.clear();
        }

        /**
         * What waited goes, and what that offers waits again. To be called on the engine's thread.
         */
        synchronized void letOneRoundGo() {
            letGo();
            hold();
        }

        /** Whether it is to be as a lane that is full. */
        synchronized void refuses(boolean all) {
            refuses = all;
        }

        /** How often there was something to do. */
        synchronized int offered() {
            return offered;
        }

        /** How often it was found full. */
        synchronized int refused() {
            return refused;
        }

        synchronized int waiting() {
            return waiting.size();
        }

        @Override
        public synchronized boolean offer(Work work) {
            offered++;
            if (refuses) {
                refused++;
                return false;
            }
            if (held) {
                waiting.add(work);
                return true;
            }
            return lane.offer(work);
        }

        @Override
        public void onRoom(Runnable action) {
            lane.onRoom(action);
        }

        @Override
        public int size() {
            return lane.size();
        }
    }
}
