package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Event;
import io.sluice.order.OrderEvent.StatusRequested;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** An order that trades all the time, and a replace of it that the venue never had. */
class TradingWhileLostTest {

    private final Rig rig = new Rig();

    /** Reports on the order say nothing of the replace: it is asked about all the same. */
    @Test
    void fillsDoNotPutOffTheQuestionAboutALostReplace() {
        rig.buys("C1", "1000", "187.50");
        rig.accepts("C1");
        rig.replaces("C1", "R1", "1200", "187.50");
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            events.addAll(rig.waits(2));
            events.addAll(rig.fills("C1", "1", "187.50"));
        }

        assertThat(events).hasAtLeastOneElementOfType(StatusRequested.class);
    }
}
