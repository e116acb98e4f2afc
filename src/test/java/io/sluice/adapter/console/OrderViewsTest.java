package io.sluice.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.ClOrdId;
import io.sluice.order.Event.DayRolled;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class OrderViewsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final FakeJournal journal = new FakeJournal();
    private final OrderViews views = new OrderViews(1);

    @BeforeEach
    void follow() {
        journal.follow("console", 0, views);
    }

    @Test
    void anOrderStandsAsItsEventsLeftIt() {
        journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        journal.happen(Story.accepted(1));
        journal.happen(Story.filled(1, "40", "40"));

        Order order = views.find(Story.id(1)).orElseThrow().order();
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(order.cumQty()).hasToString("40");
        assertThat(order.receivedAt()).hasToString("2026-03-02T14:30:00Z");
        assertThat(order.lastReportAt()).hasToString("2026-03-02T14:30:02Z");
    }

    @Test
    void theFramesOfAnOrderAreRememberedOnceEach() {
        long first = journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        journal.happen(Story.received(2, "MSFT"));
        long last = journal.happen(Story.accepted(1));

        assertThat(views.find(Story.id(1)).orElseThrow().trail().oldestFirst())
                .containsExactly(first, last);
    }

    @Test
    void anOrderIsFoundByEveryIdOfItsChain() {
        journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        journal.happen(Story.cancelRequestedByOms(1, "C1X"));

        assertThat(views.find(Story.DEMO, new ClOrdId("C1"))).isPresent();
        assertThat(views.find(Story.DEMO, new ClOrdId("C1X"))).isPresent();
        assertThat(views.find(new OmsId("OMS44"), new ClOrdId("C1"))).isEmpty();
    }

    @Test
    void whatHasEndedIsNotOpen() {
        journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        journal.happen(Story.received(2, "AAPL"), Story.denied(2));
        journal.happen(Story.received(3, "AAPL"), Story.routed(3));
        journal.happen(Story.filled(3, "100", "100"));

        assertThat(ids(true)).containsExactly("O1");
        assertThat(ids(false)).containsExactly("O3", "O2", "O1");
    }

    @Test
    void aLateFillCountsOnAnOrderThatHasEnded() {
        journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        journal.happen(Story.canceled(1));
        journal.happen(Story.filled(1, "30", "30"));

        Order order = views.find(Story.id(1)).orElseThrow().order();
        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
        assertThat(order.cumQty()).hasToString("30");
        assertThat(ids(true)).isEmpty();
    }

    @Test
    void everythingIsCounted() {
        journal.happen(Story.received(1, "AAPL"), Story.routed(1));
        journal.happen(Story.filled(1, "40", "40"));
        journal.happen(Story.filled(1, "60", "100"));
        journal.happen(Story.received(2, "AAPL"), Story.denied(2));
        journal.happen(Story.received(3, "AAPL"), Story.routed(3));
        journal.happen(Story.canceled(3));
        journal.happen(Story.received(4, "AAPL"), Story.routed(4));

        assertThat(views.counters()).isEqualTo(new Counters(4, 2, 1, 0, 1, 0, 0, 0, 1));
    }

    @Test
    void ordersThatEndedLongAgoAreForgotten() {
        journal.happen(new DayRolled(MONDAY, Optional.of(1)));
        journal.happen(Story.received(1, "AAPL"), Story.denied(1));
        journal.happen(Story.received(2, "AAPL"), Story.routed(2));
        journal.happen(new DayRolled(MONDAY.plusDays(1), Optional.of(1)));

        assertThat(ids(false)).containsExactly("O2", "O1");

        journal.happen(new DayRolled(MONDAY.plusDays(2), Optional.of(1)));

        assertThat(ids(false)).containsExactly("O2");
        assertThat(views.find(Story.DEMO, new ClOrdId("C1"))).isEmpty();
    }

    @Test
    void anEventOfAForgottenOrderDoesNotStopTheRest() {
        journal.happen(Story.filled(9, "10", "10"));
        long last = journal.happen(Story.received(1, "AAPL"));

        assertThat(ids(true)).containsExactly("O1");
        assertThat(views.position()).isEqualTo(last);
    }

    private List<String> ids(boolean openOnly) {
        return views.newestFirst(openOnly, Optional.empty())
                .map(order -> order.id().value())
                .toList();
    }
}
