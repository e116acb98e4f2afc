package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

class LatencyTest {

    @Test
    void percentilesAreSamplesAndNotEstimates() {
        long[] samples = LongStream.rangeClosed(1, 10_000).map(it -> it * 1_000).toArray();

        assertThat(Latency.of(samples)).isEqualTo(new Latency(5_000, 9_900, 9_990, 10_000));
    }

    @Test
    void theOrderOfSamplesDoesNotMatter() {
        assertThat(Latency.of(new long[] {3_000, 1_000, 2_000})).isEqualTo(new Latency(2, 3, 3, 3));
    }

    @Test
    void nothingMeasuredIsZero() {
        assertThat(Latency.of(new long[0])).isEqualTo(new Latency(0, 0, 0, 0));
    }
}
