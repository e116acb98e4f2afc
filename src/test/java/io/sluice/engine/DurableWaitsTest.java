package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class DurableWaitsTest {

    private final DurableWaits waits = new DurableWaits();
    private final List<String> done = new ArrayList<>();

    @Test
    void anActionWaitsForItsFrame() {
        waits.add(() -> done.add("first"));
        waits.seal(10);
        waits.add(() -> done.add("second"));
        waits.seal(20);
        waits.durable(9);
        assertThat(done).isEmpty();

        waits.durable(10);
        assertThat(done).containsExactly("first");
        assertThat(waits.hasSealed()).isTrue();

        waits.durable(25);
        assertThat(done).containsExactly("first", "second");
        assertThat(waits.hasSealed()).isFalse();
    }

    @Test
    void anActionOfTheOpenFrameDoesNotRunForAnEarlierOne() {
        waits.add(() -> done.add("open"));
        waits.durable(10);

        assertThat(done).isEmpty();
        assertThat(waits.hasSealed()).isTrue();
    }

    @Test
    void nothingToMakeDurableIsNothingToWaitFor() {
        waits.add(() -> done.add("now"));
        waits.runNow();
        waits.durable(10);

        assertThat(done).containsExactly("now");
    }
}
