package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Archived;
import io.sluice.order.ClOrdId;
import io.sluice.order.Event;
import io.sluice.order.Event.LookUpEnded;
import io.sluice.order.Event.ReportUnmatched;
import io.sluice.order.ExecType;
import io.sluice.order.Input;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderRecalled;
import io.sluice.order.OrderState;
import io.sluice.order.PastReport;
import io.sluice.order.Qty;
import io.sluice.order.VenueReport.Reported;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A report on an order that has left memory. */
class RecallingTest {

    private static final Scope ACC1 = Scope.of(Fixtures.ACC1);

    private final Rig rig = new Rig(Fixtures.policy(Fixtures.wide()).withArchive());

    @Test
    void aLateFillIsBookedOnceItsOrderIsFound() {
        Archived archived = canceledAndForgotten("A");
        Reported late = lateFill(archived, "F9", "40");

        assertThat(rig.tell(late))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReportUnmatched.class, it -> assertThat(it.lookUp()).isTrue());
        assertThat(rig.router.lookUps()).containsExactly(late);

        List<Event> events = rig.tell(new Input.LookedUp(late, Optional.of(archived)));
        assertThat(events)
                .extracting(Object::getClass)
                .startsWith(OrderRecalled.class, LookUpEnded.class, OrderFilled.class);
        assertThat(rig.router.lookUps()).isEmpty();
        assertThat(position()).isEqualTo("70");
        assertThat(orderOf(archived).cumQty()).hasToString("70");
        assertThat(rig.tell(late)).isEmpty();
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
    }

    @Test
    void aReportThatWasBookedBeforeItsOrderLeftIsNotBookedAgain() {
        Reported fill = tradeOf("A");
        Archived archived = forgotten("A");
        rig.tell(fill);

        assertThat(rig.tell(new Input.LookedUp(fill, Optional.of(archived))))
                .singleElement()
                .isInstanceOfSatisfying(
                        LookUpEnded.class,
                        it -> assertThat(it.why()).isEqualTo("It was booked before"));
        assertThat(position()).isEqualTo("30");
        assertThat(rig.router.orders().find(archived.order().id())).isEmpty();
    }

    @Test
    void theSecondLateFillFindsTheOrderInTheBook() {
        Archived archived = canceledAndForgotten("A");
        Reported first = lateFill(archived, "F8", "40");
        Reported second = lateFill(archived, "F9", "10");
        rig.tell(first);
        rig.tell(second);

        rig.tell(new Input.LookedUp(first, Optional.of(archived)));
        assertThat(rig.tell(new Input.LookedUp(second, Optional.of(archived))))
                .hasAtLeastOneElementOfType(OrderFilled.class)
                .doesNotHaveAnyElementsOfTypes(OrderRecalled.class);
        assertThat(position()).isEqualTo("80");
    }

    @Test
    void anAnswerThatComesTwiceCountsOnce() {
        Archived archived = canceledAndForgotten("A");
        Reported late = lateFill(archived, "F9", "40");
        rig.tell(late);
        rig.tell(new Input.LookedUp(late, Optional.of(archived)));

        assertThat(rig.tell(new Input.LookedUp(late, Optional.of(archived)))).isEmpty();
    }

    @Test
    void theSameReportAgainWaitsWithTheFirst() {
        Reported late = lateFill(canceledAndForgotten("A"), "F9", "40");
        rig.tell(late);

        assertThat(rig.tell(late)).isEmpty();
        assertThat(rig.router.lookUps()).hasSize(1);
    }

    @Test
    void whatIsNotFoundIsForAnOperator() {
        Reported late = lateFill(canceledAndForgotten("A"), "F9", "40");
        rig.tell(late);

        assertThat(rig.tell(new Input.LookedUp(late, Optional.empty())))
                .singleElement()
                .isInstanceOfSatisfying(
                        LookUpEnded.class, it -> assertThat(it.orderId()).isEmpty());
        assertThat(rig.router.lookUps()).isEmpty();
        assertThat(position()).isEqualTo("30");
    }

    @Test
    void lookUpsSurviveARestart() {
        Archived archived = canceledAndForgotten("A");
        Reported late = lateFill(archived, "F9", "40");
        rig.tell(late);

        rig.router = Router.restored(rig.policy, rig.router.state());
        rig.tell(new Input.Started("T", 2));

        assertThat(rig.router.lookUps()).containsExactly(late);
        rig.tell(new Input.LookedUp(late, Optional.of(archived)));
        assertThat(position()).isEqualTo("70");
    }

    @Test
    void aRouterThatRemembersForLongerReplaysTheSameBooks() {
        Archived archived = canceledAndForgotten("A");
        Reported late = lateFill(archived, "F9", "40");
        rig.tell(late);
        rig.tell(new Input.LookedUp(late, Optional.of(archived)));
        Policy policy = rig.policy;
        Router longer =
                new Router(
                        new Policy(
                                policy.instruments(),
                                policy.accounts(),
                                policy.limits(),
                                policy.routes(),
                                policy.tradingDay(),
                                policy.silentAfter(),
                                60));

        rig.journal.forEach(it -> longer.apply(it.event(), it.at()));

        assertThat(longer.exposures().position(ACC1, Fixtures.AAPL)).isEqualByComparingTo("70");
        assertThat(longer.orders().get(archived.order().id()).cumQty()).hasToString("70");
        assertThat(longer.decide(late, Now.at(rig.now))).isEmpty();
    }

    @Test
    void aRecalledOrderIsForgottenLikeAnyOther() {
        Archived archived = canceledAndForgotten("A");
        Reported late = lateFill(archived, "F9", "40");
        rig.tell(late);
        rig.tell(new Input.LookedUp(late, Optional.of(archived)));

        passDays(1);
        assertThat(rig.router.orders().find(archived.order().id())).isPresent();
        passDays(3);
        assertThat(rig.router.orders().find(archived.order().id())).isEmpty();
        assertThat(rig.router.orders().open()).isEmpty();
    }

    @Test
    void aRecalledOrderDoesNotTakeItsClOrdIdFromANewOne() {
        Archived archived = canceledAndForgotten("A");
        rig.buys("A", "5", "187.50");
        Reported late = lateFill(archived, "F9", "40");
        rig.tell(late);
        rig.tell(new Input.LookedUp(late, Optional.of(archived)));

        assertThat(rig.order("A").id()).isNotEqualTo(archived.order().id());
        passDays(4);
        assertThat(rig.router.orders().find(Fixtures.OMS, new ClOrdId("A"))).isPresent();
    }

    @Test
    void aReportByTheVenuesOrderIdAloneIsToldToAnOperatorToo() {
        Archived archived = canceledAndForgotten("A");
        Reported late = lateFill(archived, "F9", "40");
        Reported foreign = Rig.calling(late, "NOT-OURS");
        rig.tell(foreign);

        assertThat(rig.tell(new Input.LookedUp(foreign, Optional.of(archived))))
                .hasAtLeastOneElementOfType(OrderFilled.class)
                .hasAtLeastOneElementOfType(InvariantViolated.class);
        assertThat(position()).isEqualTo("70");
    }

    @Test
    void tooManyLookUpsAreForAnOperator() {
        Archived archived = canceledAndForgotten("A");
        for (int i = 0; i < LookUps.MOST; i++) {
            rig.tell(lateFill(archived, "X" + i, "1"));
        }

        assertThat(rig.tell(lateFill(archived, "ONE-MORE", "1")))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReportUnmatched.class, it -> assertThat(it.lookUp()).isFalse());
        assertThat(rig.router.lookUps()).hasSize(LookUps.MOST);
    }

    @Test
    void withoutAnArchiveNothingIsLookedUp() {
        Rig plain = new Rig();
        plain.buys("A", "100", "187.50");
        Reported elsewhere = Rig.calling(plain.trade("A", OrdStatus.FILLED, "1", "0", "1"), "NO");

        assertThat(plain.tell(elsewhere))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReportUnmatched.class, it -> assertThat(it.lookUp()).isFalse());
    }

    /** Bought 30 of 100, canceled, and remembered no more. */
    private Archived canceledAndForgotten(String id) {
        tradeOf(id);
        return forgotten(id);
    }

    private Reported tradeOf(String id) {
        rig.buys(id, "100", "187.50");
        rig.accepts(id);
        Reported fill = rig.trade(id, OrdStatus.PARTIALLY_FILLED, "30", "70", "30");
        rig.tell(fill);
        return fill;
    }

    private Archived forgotten(String id) {
        rig.cancels(id, id + "X");
        rig.tell(rig.report(id + "X", ExecType.CANCELED, OrdStatus.CANCELED, "30", "0"));
        Order order = rig.order(id);
        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
        List<PastReport> booked =
                rig.journal.stream()
                        .map(Rig.Happened::event)
                        .filter(OrderEvent.class::isInstance)
                        .map(OrderEvent.class::cast)
                        .filter(event -> event.orderId().equals(order.id()))
                        .flatMap(event -> PastReport.of(event).stream())
                        .toList();
        passDays(4);
        assertThat(rig.router.orders().find(order.id())).isEmpty();
        return new Archived(order, booked);
    }

    private void passDays(int days) {
        for (int i = 0; i < days; i++) {
            rig.now = rig.now.plus(Duration.ofDays(1));
            rig.tell(new Input.Tick());
        }
    }

    private Reported lateFill(Archived archived, String execId, String qty) {
        Order order = archived.order();
        return Rig.late(order, execId, qty, order.cumQty().plus(Qty.of(qty)));
    }

    private Order orderOf(Archived archived) {
        return rig.router.orders().get(archived.order().id());
    }

    private String position() {
        return rig.router.exposures().position(ACC1, Fixtures.AAPL).toPlainString();
    }
}
