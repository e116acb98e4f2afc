package io.sluice.adapter.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.sluice.port.Durations;

import java.util.Arrays;

/** Durations as a histogram of Prometheus: its own buckets, read when they are asked for. */
record DurationsCollector(String name, String help, Durations durations) implements Collector {

    @Override
    public MetricSnapshot collect() {
        double[] bounds = Durations.upperBounds();
        double[] withLast = Arrays.copyOf(bounds, bounds.length + 1);
        withLast[bounds.length] = Double.POSITIVE_INFINITY;
        return HistogramSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(
                        HistogramDataPointSnapshot.builder()
                                .classicHistogramBuckets(
                                        ClassicHistogramBuckets.of(withLast, durations.counts()))
                                .sum(durations.totalSeconds())
                                .build())
                .build();
    }
}
