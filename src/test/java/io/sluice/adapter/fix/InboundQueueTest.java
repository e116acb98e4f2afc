package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.port.Lane;
import io.sluice.port.Work;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

class InboundQueueTest {

    private final List<String> reading = new ArrayList<>();
    private final InboundQueue queue =
            new InboundQueue(() -> reading.add("suspended"), () -> reading.add("resumed"));
    private final NarrowLane lane = new NarrowLane(2);
    private final List<Integer> done = new ArrayList<>();

    @Test
    void aFullLaneSuspendsReadingOnceAndResumesItWhenAllIsIn() throws Exception {
        offer(1, 5);
        assertThat(reading).containsExactly("suspended");
        assertThat(lane.works).hasSize(2);

        lane.runAll();
        assertThat(reading).containsExactly("suspended");

        lane.runAll();
        lane.runAll();
        assertThat(reading).containsExactly("suspended", "resumed");
        assertThat(done).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whatComesWhileSomeWaitGoesBehindThem() throws Exception {
        offer(1, 3);
        lane.works.remove().run();
        offer(4, 4);
        lane.runAll();
        lane.runAll();

        assertThat(done).containsExactly(1, 2, 3, 4);
    }

    @Test
    void readingIsSuspendedAgainWhenTheLaneIsFullAgain() throws Exception {
        offer(1, 3);
        lane.runAll();
        lane.runAll();
        offer(4, 6);
        lane.runAll();
        lane.runAll();

        assertThat(reading).containsExactly("suspended", "resumed", "suspended", "resumed");
        assertThat(done).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private void offer(int from, int to) {
        for (int i = from; i <= to; i++) {
            int number = i;
            queue.offer(lane, () -> done.add(number));
        }
    }

    /** A lane that tells of its room when the test has emptied it. */
    private static final class NarrowLane implements Lane {

        private final Deque<Work> works = new ArrayDeque<>();
        private final int capacity;
        private final Deque<Runnable> wantRoom = new ArrayDeque<>();

        NarrowLane(int capacity) {
            this.capacity = capacity;
        }

        @Override
        public boolean offer(Work work) {
            return works.size() < capacity && works.add(work);
        }

        @Override
        public void onRoom(Runnable action) {
            wantRoom.add(action);
        }

        @Override
        public int size() {
            return works.size();
        }

        void runAll() throws Exception {
            while (!works.isEmpty()) {
                works.remove().run();
            }
            List<Runnable> told = List.copyOf(wantRoom);
            wantRoom.clear();
            told.forEach(Runnable::run);
        }
    }
}
