package io.sluice.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class KillingTest {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @TempDir private Path directory = Path.of("");

    /** Has been up for as long as the test says, and remembers what it was asked. */
    private static final class FakeVictim implements Victim {

        private final Child process;
        private final List<Duration> asked = new ArrayList<>();
        private Duration upFor = Duration.ZERO;
        private int kills;

        private FakeVictim(Child process) {
            this.process = process;
        }

        @Override
        public String name() {
            return "store";
        }

        @Override
        public Child process() {
            return process;
        }

        @Override
        public boolean hasBeenUpFor(Duration time) {
            asked.add(time);
            return upFor.compareTo(time) >= 0;
        }

        @Override
        public void killAndRestart() {
            kills++;
        }

        @Override
        public int kills() {
            return kills;
        }
    }

    private FakeVictim victim() throws IOException {
        return new FakeVictim(
                Child.start(
                        new Child.Start(
                                "store",
                                List.of(),
                                "io.sluice.NoSuchMain",
                                List.of(),
                                directory.resolve("store.log"))));
    }

    @Test
    void aVictimIsDueOnceItHasLivedForTheTime() throws Exception {
        FakeVictim victim = victim();
        Killing killing = Killing.every(FIVE_SECONDS, victim);

        assertThat(killing.isDue()).isFalse();

        victim.upFor = FIVE_SECONDS;

        assertThat(killing.isDue()).isTrue();
        assertThat(killing.kill())
                .startsWith("store (process ")
                .endsWith(") killed with kill -9 and started again");
        assertThat(victim.kills()).isEqualTo(1);
    }

    @Test
    void livesAtRandomAreHalfToOneAndAHalfOfTheTime() throws Exception {
        FakeVictim victim = victim();
        Killing killing = Killing.about(FIVE_SECONDS, victim, new Random(7));
        for (int i = 0; i < 100; i++) {
            assertThat(killing.isDue()).isFalse();
            killing.kill();
        }

        assertThat(victim.asked)
                .allMatch(life -> life.compareTo(Duration.ofMillis(2_500)) >= 0)
                .allMatch(life -> life.compareTo(Duration.ofMillis(7_501)) < 0)
                .doesNotHaveDuplicates();
    }
}
