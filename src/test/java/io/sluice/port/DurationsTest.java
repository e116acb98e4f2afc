package io.sluice.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class DurationsTest {

    private final Durations durations = new Durations();

    @Test
    void aBoundIsPartOfItsBucket() {
        durations.count(50_000);
        durations.count(50_001);

        assertThat(durations.counts()[0]).isEqualTo(1);
        assertThat(durations.counts()[1]).isEqualTo(1);
    }

    @Test
    void whatTakesLongerThanAllBoundsIsCountedToo() {
        durations.count(11_000_000_000L);

        long[] counts = durations.counts();
        assertThat(counts).hasSize(Durations.upperBounds().length + 1);
        assertThat(counts[counts.length - 1]).isEqualTo(1);
        assertThat(durations.totalSeconds()).isCloseTo(11, within(1e-9));
    }

    @Test
    void boundsRise() {
        double[] sorted = Durations.upperBounds();
        Arrays.sort(sorted);

        assertThat(Durations.upperBounds()).containsExactly(sorted);
    }
}
