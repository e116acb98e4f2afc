package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.ReplaceRequested;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** OrigClOrdID(41) names a version of the order: the newest not refused, or the last accepted. */
class OrigIdsTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void aReplaceAndACancelArePending() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");
        rig.cancels("R1", "X1");
    }

    @Test
    void theNewestVersionMayBeNamedWhileACancelIsPending() {
        assertThat(rig.cancels("R1", "X2")).hasExactlyElementsOfTypes(CancelRequested.class);
        assertThat(rig.replaces("R1", "R2", "160", "187.50"))
                .hasExactlyElementsOfTypes(ReplaceRequested.class);
    }

    @Test
    void theLastAcceptedVersionMayBeNamed() {
        assertThat(rig.cancels("C1", "X2")).hasExactlyElementsOfTypes(CancelRequested.class);
    }

    @Test
    void aCancelIsNoVersion() {
        isNotLatest(rig.cancels("X1", "X2"));
        isNotLatest(rig.replaces("X1", "R2", "160", "187.50"));
    }

    @Test
    void aVersionThatWasReplacedSinceIsNotTheLatest() {
        rig.replaces("R1", "R2", "160", "187.50");

        isNotLatest(rig.cancels("R1", "X2"));
    }

    private static void isNotLatest(List<Event> events) {
        assertThat(events).hasExactlyElementsOfTypes(RequestRefused.class);
        assertThat(((RequestRefused) events.getFirst()).denial().code())
                .isEqualTo(DenialCode.NOT_LATEST);
    }
}
