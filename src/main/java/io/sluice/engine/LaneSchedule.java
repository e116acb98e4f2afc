package io.sluice.engine;

import io.sluice.port.Lane.Priority;
import io.sluice.port.LaneStatus;
import io.sluice.port.Work;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Whose work comes next: lanes of a higher priority first, lanes of the same one in turn. Lanes are
 * added by any thread and served by the engine's.
 */
final class LaneSchedule {

    private final Map<Priority, List<LaneQueue>> lanes = new EnumMap<>(Priority.class);
    private final Map<Priority, Integer> turns = new EnumMap<>(Priority.class);

    LaneSchedule() {
        for (Priority priority : Priority.values()) {
            lanes.put(priority, new CopyOnWriteArrayList<>());
            turns.put(priority, 0);
        }
    }

    void add(Priority priority, LaneQueue lane) {
        lanesOf(priority).add(lane);
    }

    /** Any thread. */
    List<LaneStatus> statuses() {
        List<LaneStatus> statuses = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            lanesOf(priority).forEach(lane -> statuses.add(lane.status(priority)));
        }
        return statuses;
    }

    @Nullable Work next() {
        for (Priority priority : Priority.values()) {
            Work work = next(priority);
            if (work != null) {
                return work;
            }
        }
        return null;
    }

    private @Nullable Work next(Priority priority) {
        List<LaneQueue> candidates = lanesOf(priority);
        int count = candidates.size();
        int turn = turns.getOrDefault(priority, 0);
        for (int i = 0; i < count; i++) {
            int index = (turn + i) % count;
            Work work = candidates.get(index).poll();
            if (work != null) {
                turns.put(priority, (index + 1) % count);
                return work;
            }
        }
        return null;
    }

    private List<LaneQueue> lanesOf(Priority priority) {
        List<LaneQueue> found = lanes.get(priority);
        if (found == null) {
            throw new IllegalStateException("No lanes of priority " + priority);
        }
        return found;
    }
}
