package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Lane.Priority;
import io.sluice.port.Work;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Lanes and whose turn it is. */
class LaneTest {

    private final List<String> done = new ArrayList<>();
    private final LaneSchedule schedule = new LaneSchedule();

    @Test
    void aLaneKeepsItsOrderAndItsBound() throws Exception {
        LaneQueue lane = lane("A", Priority.OMS, 2);

        assertThat(lane.offer(() -> done.add("1"))).isTrue();
        assertThat(lane.offer(() -> done.add("2"))).isTrue();
        assertThat(lane.offer(() -> done.add("3"))).isFalse();
        assertThat(lane.size()).isEqualTo(2);
        runAll();
        assertThat(done).containsExactly("1", "2");
    }

    @Test
    void roomIsToldWhenHalfOfTheLaneIsFree() {
        LaneQueue lane = full("A", 4);
        lane.onRoom(() -> done.add("room"));

        schedule.next();
        assertThat(done).isEmpty();
        schedule.next();

        assertThat(done).containsExactly("room");
    }

    @Test
    void everyoneWhoWantsRoomIsTold() {
        LaneQueue lane = full("A", 4);
        lane.onRoom(() -> done.add("first"));
        lane.onRoom(() -> done.add("second"));
        schedule.next();
        schedule.next();
        schedule.next();

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void whoWantsRoomOfALaneThatHasItIsToldAtTheNextLook() {
        LaneQueue lane = lane("A", Priority.OMS, 4);
        lane.onRoom(() -> done.add("room"));
        schedule.next();

        assertThat(done).containsExactly("room");
    }

    @Test
    void whoFindsTheLaneFullOnceMoreIsToldAgain() {
        LaneQueue lane = full("A", 2);
        lane.onRoom(() -> refill(lane));
        schedule.next();
        schedule.next();
        schedule.next();

        assertThat(done).containsExactly("refilled", "refilled");
    }

    private void refill(LaneQueue lane) {
        done.add("refilled");
        while (lane.offer(() -> {})) {
            assertThat(lane.size()).isLessThanOrEqualTo(2);
        }
        if (done.size() < 2) {
            lane.onRoom(() -> refill(lane));
        }
    }

    @Test
    void lanesOfOnePriorityAreServedInTurn() throws Exception {
        fill(lane("A", Priority.OMS, 10), "a1", "a2", "a3");
        fill(lane("B", Priority.OMS, 10), "b1");
        fill(lane("C", Priority.OMS, 10), "c1", "c2");
        runAll();

        assertThat(done).containsExactly("a1", "b1", "c1", "a2", "c2", "a3");
    }

    @Test
    void controlGoesBeforeVenuesAndVenuesBeforeOmss() throws Exception {
        LaneQueue oms = lane("O", Priority.OMS, 10);
        LaneQueue venue = lane("V", Priority.VENUE, 10);
        LaneQueue control = lane("C", Priority.CONTROL, 10);
        fill(oms, "o1", "o2");
        fill(venue, "v1");
        venue.offer(() -> fill(control, "c2"));
        fill(venue, "v2");
        fill(control, "c1");
        runAll();

        assertThat(done).containsExactly("c1", "v1", "c2", "v2", "o1", "o2");
    }

    @Test
    void copiesGoWhenNothingElseIsToBeDone() throws Exception {
        LaneQueue copies = lane("D", Priority.DROP_COPY, 10);
        LaneQueue oms = lane("O", Priority.OMS, 10);
        fill(copies, "d1", "d2");
        fill(oms, "o1");
        oms.offer(() -> fill(oms, "o2"));
        runAll();

        assertThat(done).containsExactly("o1", "o2", "d1", "d2");
    }

    @Test
    void offeringWakesTheEngine() {
        List<String> woken = new ArrayList<>();
        LaneQueue lane = new LaneQueue("A", 1, () -> woken.add("woken"));
        lane.offer(() -> {});

        assertThat(woken).containsExactly("woken");
    }

    private LaneQueue lane(String name, Priority priority, int capacity) {
        LaneQueue lane = new LaneQueue(name, capacity, () -> {});
        schedule.add(priority, lane);
        return lane;
    }

    private LaneQueue full(String name, int capacity) {
        LaneQueue lane = lane(name, Priority.OMS, capacity);
        for (int i = 0; i < capacity; i++) {
            lane.offer(() -> {});
        }
        return lane;
    }

    private void fill(LaneQueue lane, String... works) {
        for (String work : works) {
            lane.offer(() -> done.add(work));
        }
    }

    private void runAll() throws Exception {
        for (Work work = schedule.next(); work != null; work = schedule.next()) {
            work.run();
        }
    }
}
