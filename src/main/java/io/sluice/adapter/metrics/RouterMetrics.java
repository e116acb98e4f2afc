package io.sluice.adapter.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sluice.order.VenueId;
import io.sluice.port.Durations;
import io.sluice.port.EngineFigures;
import io.sluice.port.Frame;
import io.sluice.port.Health;
import io.sluice.port.Journal;
import io.sluice.port.JournalFigures;
import io.sluice.port.LaneStatus;
import io.sluice.port.Latencies;
import io.sluice.port.Sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Everything that is measured, as Prometheus reads it. Fed by a follower of the journal; read by
 * any thread, one at a time.
 */
public final class RouterMetrics implements Journal.FrameReader, AutoCloseable {

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final EventCounts events = new EventCounts(registry);
    private final SessionGauges sessionGauges = new SessionGauges(registry);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final Parts parts;
    private final MultiGauge laneSizes;
    private final MultiGauge laneCapacities;

    /** What is looked at. */
    public record Parts(
            String version,
            Set<VenueId> venues,
            Journal journal,
            JournalFigures journalFigures,
            EngineFigures engine,
            Latencies latencies,
            Sessions sessions,
            Health health) {}

    public RouterMetrics(Parts parts) {
        this.parts = parts;
        laneSizes =
                MultiGauge.builder("sluice.lane.size")
                        .description("Pieces of work that wait for the engine")
                        .register(registry);
        laneCapacities =
                MultiGauge.builder("sluice.lane.capacity")
                        .description("Pieces of work that may wait before reading is suspended")
                        .register(registry);
        durations();
        journal();
        engine();
        venues();
        process();
    }

    /** A number that grows, such as lines or messages; the name without its unit's suffix. */
    public <T> void counter(String name, String help, T of, ToLongFunction<T> value) {
        FunctionCounter.builder(name, of, value::applyAsLong).description(help).register(registry);
    }

    /** A number that comes and goes. */
    public <T> void gauge(String name, String help, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).description(help).strongReference(true).register(registry);
    }

    /** How far a follower is behind the durable journal. */
    public void follower(String name, Journal.Following following) {
        Gauge.builder("sluice.follower.lag.bytes", following, this::lag)
                .description("Bytes of durable journal that the follower has not read yet")
                .tags(Tags.of("follower", name))
                .strongReference(true)
                .register(registry);
    }

    private double lag(Journal.Following following) {
        return Math.max(0, parts.journal().durable() - following.position());
    }

    @Override
    public void take(long position, Frame frame) {
        events.take(position, frame);
    }

    /** The page that Prometheus reads: text format 0.0.4. */
    public synchronized String text() {
        sessionGauges.read(parts.sessions().sessions());
        List<LaneStatus> lanes = parts.engine().lanes();
        show(laneSizes, lanes, LaneStatus::size);
        show(laneCapacities, lanes, LaneStatus::capacity);
        return registry.scrape();
    }

    private static void show(
            MultiGauge gauge, List<LaneStatus> lanes, ToDoubleFunction<LaneStatus> value) {
        gauge.register(
                lanes.stream()
                        .map(
                                it ->
                                        Row.of(
                                                Tags.of(
                                                        "lane",
                                                        it.name(),
                                                        "priority",
                                                        it.priority().name()),
                                                value.applyAsDouble(it)))
                        .toList(),
                true);
    }

    private void durations() {
        histogram(
                "sluice_order_release_seconds",
                "From the OMS's message to the order's bytes at the broker's socket, durable",
                parts.latencies().orders());
        histogram(
                "sluice_report_release_seconds",
                "From the broker's message to the report's bytes at the OMS's socket, durable",
                parts.latencies().reports());
        histogram(
                "sluice_journal_force_seconds",
                "What it took to write and force a batch of frames",
                parts.journalFigures().forces());
    }

    private void histogram(String name, String help, Durations durations) {
        registry.getPrometheusRegistry().register(new DurationsCollector(name, help, durations));
    }

    private void journal() {
        Journal journal = parts.journal();
        gauge(
                "sluice.journal.backlog.bytes",
                "Appended and not durable yet",
                journal,
                it -> it.backlog().bytes());
        gauge(
                "sluice.journal.backlog.age.seconds",
                "How long the oldest frame that is not durable waits",
                journal,
                it -> it.backlog().ageMillis() / 1_000.0);
        gauge("sluice.journal.durable.position", "In bytes", journal, Journal::durable);
        counter(
                "sluice.journal.frames",
                "Frames appended in this run",
                parts.journalFigures(),
                JournalFigures::frames);
        gauge(
                "sluice.journal.segments",
                "Segments that are not archived",
                parts.journalFigures(),
                JournalFigures::segments);
    }

    private void engine() {
        gauge(
                "sluice.engine.tick.age.seconds",
                "How long ago the engine ended a tick; it should be about one a second",
                parts.engine(),
                it -> Duration.between(it.aliveAt(), Instant.now()).toMillis() / 1_000.0);
        FunctionCounter.builder(
                        "sluice.engine.parked.seconds",
                        parts.engine(),
                        it -> (double) it.parkedNanos() / TimeUnit.SECONDS.toNanos(1))
                .description("How long the engine slept for want of work; the rest it was busy")
                .register(registry);
        gauge(
                "sluice.ready",
                "1 while the router takes orders",
                parts.health(),
                it -> it.isReady() ? 1 : 0);
        Gauge.builder("sluice.build", () -> 1)
                .description("Always 1; the version is a label")
                .tags(Tags.of("version", parts.version()))
                .register(registry);
    }

    private void venues() {
        for (VenueId venue : parts.venues()) {
            Gauge.builder("sluice.venue.up", events, it -> it.isUp(venue) ? 1 : 0)
                    .description("1 while the venue can take orders")
                    .tags(Tags.of("venue", venue.value()))
                    .register(registry);
        }
    }

    private void process() {
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
