package io.sluice.adapter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.sluice.port.SessionStatus;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The FIX sessions as gauges, read once for each scrape. For one thread at a time. */
final class SessionGauges {

    private final MultiGauge loggedOn;
    private final MultiGauge synchronised;
    private final MultiGauge nextSender;
    private final MultiGauge nextTarget;
    private final MultiGauge unsent;

    SessionGauges(MeterRegistry registry) {
        loggedOn =
                MultiGauge.builder("sluice.session.logged.on")
                        .description("1 while the FIX session is logged on")
                        .register(registry);
        synchronised =
                MultiGauge.builder("sluice.session.synchronised")
                        .description("1 while both numberings are known to agree")
                        .register(registry);
        nextSender =
                MultiGauge.builder("sluice.session.next.sender")
                        .description("MsgSeqNum(34) of the next message we send")
                        .register(registry);
        nextTarget =
                MultiGauge.builder("sluice.session.next.target")
                        .description("MsgSeqNum(34) of the next message we expect")
                        .register(registry);
        unsent =
                MultiGauge.builder("sluice.session.unsent.messages")
                        .description("Messages that wait for the session's socket")
                        .register(registry);
    }

    void read(List<SessionStatus> sessions) {
        show(loggedOn, sessions, it -> it.loggedOn() ? 1 : 0);
        show(synchronised, sessions, it -> it.synchronised() ? 1 : 0);
        show(nextSender, sessions, SessionStatus::nextSender);
        show(nextTarget, sessions, SessionStatus::nextTarget);
        show(unsent, sessions, SessionStatus::unsent);
    }

    private static void show(
            MultiGauge gauge, List<SessionStatus> sessions, ToDoubleFunction<SessionStatus> value) {
        gauge.register(
                sessions.stream().map(it -> Row.of(tags(it), value.applyAsDouble(it))).toList(),
                true);
    }

    private static Tags tags(SessionStatus session) {
        return Tags.of("session", session.id(), "role", session.role().name());
    }
}
