package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;
import static io.sluice.core.Fixtures.OMS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.order.ClOrdId;
import io.sluice.order.Event;
import io.sluice.order.Event.DayRolled;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.VenueWentDown;
import io.sluice.order.ExecType;
import io.sluice.order.Input;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.OrderAccepted;
import io.sluice.order.OrderEvent.OrderUnknown;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.OrderId;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueReport.Reported;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class RouterMemoryTest {

    private final Rig rig = new Rig();

    @Test
    void aDayRollsOnce() {
        rig.now = rig.now.plus(Duration.ofDays(1));

        assertThat(rig.tell(new Input.Tick())).hasExactlyElementsOfTypes(DayRolled.class);
        assertThat(rig.tell(new Input.Tick())).isEmpty();
    }

    @Test
    void aClockThatGoesBackRollsNothing() {
        rig.now = rig.now.minus(Duration.ofDays(1));

        assertThat(rig.tell(new Input.Tick())).isEmpty();
    }

    @Test
    void aClockThatWasFarAheadTakesTheDayBackWithIt() {
        rig.buys("C1", "100", "187.50");
        rig.fills("C1", "100", "187.50");
        Instant morning = rig.now;
        rig.now = Instant.parse("2099-01-01T00:00:00Z");
        assertThat(rig.tell(new Input.Tick())).hasExactlyElementsOfTypes(DayRolled.class);

        rig.now = morning.plusSeconds(60);
        assertThat(rig.tell(new Input.Tick())).hasExactlyElementsOfTypes(DayRolled.class);
        assertThat(rig.tell(new Input.Tick())).isEmpty();
        assertThat(rig.buys("C1", "1", "187.50")).hasExactlyElementsOfTypes(DuplicateRefused.class);

        assertThat(nextDay()).hasExactlyElementsOfTypes(DayRolled.class);
        assertThat(rig.router.orders().find(OMS, new ClOrdId("C1"))).isPresent();
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
        assertThat(Router.restored(rig.policy, rig.router.state()).state())
                .isEqualTo(rig.router.state());
    }

    @Test
    void anOrderThatEndedIsRememberedForTwoTradingDays() {
        rig.buys("C1", "100", "187.50");
        rig.fills("C1", "100", "187.50");
        rig.buys("C2", "100", "187.50");
        rig.cancels("NONE", "X1");

        OrderId first = rig.order("C1").id();
        VenueClOrdId request = rig.request("C1");

        nextDay();
        nextDay();
        assertThat(rig.router.orders().find(first)).isPresent();
        assertThat(rig.router.orders().find(Fixtures.ALPHA, request)).isPresent();

        nextDay();
        assertThat(rig.router.orders().find(first)).isEmpty();
        assertThat(rig.router.orders().find(Fixtures.ALPHA, request)).isEmpty();
        assertThat(rig.router.orders().find(OMS, new ClOrdId("C2"))).isPresent();
        assertThat(rig.router.state()).isEqualTo(rig.replayed().state());
    }

    @Test
    void aReplayForgetsWhatTheRunForgotWhateverIsConfiguredSince() {
        rig.buys("C1", "100", "187.50");
        rig.fills("C1", "40", "187.50");
        rig.reports("C1", ExecType.CANCELED, OrdStatus.CANCELED, "40", "0");
        OrderId id = rig.order("C1").id();
        Reported late = rig.trade("C1", OrdStatus.CANCELED, "50", "0", "10");
        nextDay();
        nextDay();
        rig.tell(late);

        for (int daysKept = 0; daysKept < 4; daysKept++) {
            Router replayed = new Router(remembering(daysKept));
            rig.journal.forEach(it -> replayed.apply(it.event(), it.at()));
            assertThat(replayed.state()).isEqualTo(rig.router.state());
        }
        assertThat(rig.router.orders().get(id).cumQty()).hasToString("50");
    }

    @Test
    void aRollOfAnOldJournalForgetsNothing() {
        rig.buys("C1", "100", "187.50");
        rig.fills("C1", "100", "187.50");
        OrderId id = rig.order("C1").id();

        for (int day = 3; day < 9; day++) {
            rig.apply(new DayRolled(LocalDate.of(2026, 3, day), Optional.empty()));
        }

        assertThat(rig.router.orders().find(id)).isPresent();
    }

    private static Policy remembering(int daysKept) {
        Policy it = Fixtures.policy(Fixtures.wide());
        return new Policy(
                it.instruments(),
                it.accounts(),
                it.limits(),
                it.routes(),
                it.tradingDay(),
                it.silentAfter(),
                daysKept);
    }

    @Test
    void anIdIsUsedForTheTradingDayAndWhileItsOrderLives() {
        rig.buys("C1", "100", "187.50");
        rig.fills("C1", "100", "187.50");
        rig.buys("C2", "100", "187.50");
        rig.cancels("NONE", "X1");
        assertThat(rig.buys("C1", "1", "187.50")).hasExactlyElementsOfTypes(DuplicateRefused.class);
        assertThat(rig.buys("X1", "1", "187.50")).hasExactlyElementsOfTypes(DuplicateRefused.class);

        nextDay();
        OrderId first = rig.router.state().orders().getFirst().order().id();
        Router restored = Router.restored(rig.policy, rig.router.state());
        assertThat(restored.orders().find(OMS, new ClOrdId("C1"))).isPresent();
        rig.buys("C1", "1", "187.50");
        rig.buys("X1", "1", "187.50");

        assertThat(rig.order("C1").id()).isNotEqualTo(first);
        assertThat(rig.order("X1").isFinal()).isFalse();
        assertThat(rig.buys("C2", "1", "187.50")).hasExactlyElementsOfTypes(DuplicateRefused.class);
        assertThat(rig.router.state().refusedIds()).isEmpty();

        nextDay();
        nextDay();
        assertThat(rig.router.orders().find(first)).isEmpty();
        assertThat(rig.order("C1").isFinal()).isFalse();
        assertThat(rig.router.state()).isEqualTo(rig.replayed().state());
    }

    @Test
    void theDaysLossBeginsAnew() {
        rig.buys("C1", "100", "190.00");
        rig.fills("C1", "100", "190.00");
        rig.buys("C2", "1", "181.00");
        rig.fills("C2", "1", "181.00");
        assertThat(rig.router.exposures().dailyPnl(Scope.FIRM)).isEqualByComparingTo("-900");
        assertThat(rig.router.exposures().dailyPnl(Scope.of(AAPL))).isEqualByComparingTo("-900");
        assertThat(rig.router.exposures().dailyPnl(Scope.of(OMS))).isEqualByComparingTo("-900");

        nextDay();

        assertThat(rig.router.exposures().dailyPnl(Scope.FIRM)).isZero();
        assertThat(rig.router.exposures().position(Scope.FIRM, AAPL)).isEqualByComparingTo("101");
    }

    @Test
    void aSecondIsExactlyASecond() {
        rig.buys("C1", "1", "187.50");
        rig.now = rig.now.plusMillis(999);
        assertThat(inLastSecond()).isEqualTo(1);
        rig.now = rig.now.plusMillis(1);
        assertThat(inLastSecond()).isZero();
    }

    @Test
    void deniedOrdersAndReplacesCountByTheSecond() {
        rig.buys("C1", "0", "187.50");
        rig.buys("C2", "100", "187.50");
        rig.replaces("C2", "R1", "0", "187.50");
        rig.replaces("C2", "R2", "50", "187.50");
        rig.cancels("C2", "X1");

        assertThat(inLastSecond()).isEqualTo(4);
    }

    @Test
    void aVenueThatSaysItTwiceYieldsNothing() {
        assertThat(rig.tell(new VenueUp(Fixtures.ALPHA))).isEmpty();
        assertThat(rig.tell(new VenueDown(Fixtures.ALPHA, "link lost")))
                .hasExactlyElementsOfTypes(VenueWentDown.class);
        assertThat(rig.tell(new VenueDown(Fixtures.ALPHA, "link lost"))).isEmpty();
    }

    @Test
    void aVenueThatGoesLeavesUnansweredOrdersUnknown() {
        rig.buys("C1", "100", "187.50");
        rig.buys("C2", "100", "187.50");
        rig.accepts("C2");

        assertThat(rig.tell(new VenueDown(Fixtures.ALPHA, "link lost")))
                .containsExactly(
                        new VenueWentDown(Fixtures.ALPHA, "link lost"),
                        new OrderUnknown(rig.order("C1").id(), "link lost"));
    }

    @Test
    void theCounterNeverBeginsAnew() {
        rig.buys("C1", "100", "187.50");
        rig.tell(new Input.Started("T", 2));
        rig.tell(new VenueUp(Fixtures.ALPHA));
        rig.buys("C2", "100", "187.50");

        assertThat(rig.order("C2").id().value()).isEqualTo("T000000200000003");
    }

    @Test
    void aQuestionIsAskedAtMostOnceAMinute() {
        rig.buys("C1", "100", "187.50");

        long asked = 0;
        for (int i = 0; i < 600; i++) {
            rig.now = rig.now.plusSeconds(1);
            asked +=
                    rig.tell(new Input.Tick()).stream()
                            .filter(StatusRequested.class::isInstance)
                            .count();
        }

        assertThat(asked).isEqualTo(4 + (600 - 6 - 11 - 21 - 41) / 61);
        assertThat(rig.order("C1").unknown()).isPresent();
    }

    @Test
    void anEventThatDoesNotFitChangesNothing() {
        rig.buys("C1", "100", "187.50");
        OrderAccepted accepted = (OrderAccepted) rig.accepts("C1").getFirst();
        RouterState before = rig.router.state();
        Event received = rig.journal.stream().map(Rig.Happened::event).toList().get(4);

        assertThatThrownBy(() -> rig.router.apply(received, rig.now))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                rig.router.apply(
                                        new OrderAccepted(
                                                new OrderId("NONE"), accepted.execution()),
                                        rig.now))
                .isInstanceOf(IllegalStateException.class);

        assertThat(rig.router.state()).isEqualTo(before);
    }

    private int inLastSecond() {
        return rig.router.exposures().ordersInLastSecond(OMS, rig.now);
    }

    private List<Event> nextDay() {
        rig.now = rig.now.plus(Duration.ofDays(1));
        return rig.tell(new Input.Tick());
    }
}
