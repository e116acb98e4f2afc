package io.sluice.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.adapter.console.Story;
import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.Event.RouterStarted;
import io.sluice.order.Event.VenueCameUp;
import io.sluice.order.Event.VenueWentDown;
import io.sluice.order.Link;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueId;
import io.sluice.port.Frame;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class EventCountsTest {

    private static final VenueId ALPHA = new VenueId("ALPHA");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EventCounts counts = new EventCounts(registry);

    @Test
    void ordersAreCountedByTheirOmsAndVenue() {
        happen(Story.received(1, "AAPL"), Story.routed(1), Story.received(2, "AAPL"));

        assertThat(counted("sluice.orders", "oms", "DEMO")).isEqualTo(2);
        assertThat(counted("sluice.orders.routed", "venue", "ALPHA")).isEqualTo(1);
    }

    @Test
    void executionsAreCountedByTheirType() {
        happen(Story.accepted(1), Story.filled(1, "40", "40"), Story.filled(1, "60", "100"));

        assertThat(counted("sluice.executions", "type", "NEW")).isEqualTo(1);
        assertThat(counted("sluice.executions", "type", "TRADE")).isEqualTo(2);
        assertThat(counted("sluice.fills")).isEqualTo(2);
    }

    @Test
    void denialsAreCountedByTheirCode() {
        happen(
                Story.denied(1),
                new Event.RequestRefused(
                        Story.DEMO,
                        Link.Kind.CANCEL,
                        new ClOrdId("X"),
                        new ClOrdId("C1"),
                        Optional.of(Story.id(1)),
                        Denial.of(DenialCode.TOO_LATE, "it ended"),
                        List.of()));

        assertThat(counted("sluice.denials", "request", "order", "code", "NO_ROUTE")).isEqualTo(1);
        assertThat(counted("sluice.denials", "request", "cancel", "code", "TOO_LATE")).isEqualTo(1);
        assertThat(counted("sluice.cancels", "outcome", "refused")).isEqualTo(1);
    }

    @Test
    void aCancelIsCountedByWhatBecameOfIt() {
        happen(Story.cancelRequested(1, "kim"), rejected("V1X"));

        assertThat(counted("sluice.cancels", "outcome", "requested")).isEqualTo(1);
        assertThat(counted("sluice.cancels", "outcome", "rejected")).isEqualTo(1);

        happen(rejected("V1X"));
        assertThat(counted("sluice.cancels", "outcome", "rejected")).isEqualTo(1);
    }

    @Test
    void aCancelThatNobodyAskedForIsUnsolicited() {
        happen(Story.canceled(1));

        assertThat(counted("sluice.cancels", "outcome", "unsolicited")).isEqualTo(1);
        assertThat(counted("sluice.cancels", "outcome", "accepted")).isZero();
    }

    @Test
    void aVenueIsUpUntilItGoesDownOrTheRouterStarts() {
        happen(new VenueCameUp(ALPHA));
        assertThat(counts.isUp(ALPHA)).isTrue();

        happen(new VenueWentDown(ALPHA, "logged out"));
        assertThat(counts.isUp(ALPHA)).isFalse();

        happen(new VenueCameUp(ALPHA), new RouterStarted("S1", 2));
        assertThat(counts.isUp(ALPHA)).isFalse();
    }

    private void happen(Event... events) {
        counts.take(
                10,
                new Frame(
                        1,
                        Instant.EPOCH,
                        Arrays.stream(events).<Frame.Entry>map(Frame.Happened::new).toList()));
    }

    private static Event rejected(String request) {
        return new RequestRejected(
                Story.id(1),
                new VenueClOrdId(request),
                Optional.empty(),
                OrdStatus.NEW,
                "too late",
                CarriedFields.NONE);
    }

    private double counted(String name, String... labels) {
        return registry.counter(name, labels).count();
    }
}
