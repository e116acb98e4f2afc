package io.sluice.core;

import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.CarriedFields;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.Kill;
import io.sluice.order.Command.NewOrder;
import io.sluice.order.Command.Rearm;
import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.Event.KillConfirmed;
import io.sluice.order.Event.KillRefused;
import io.sluice.order.Event.KillUnconfirmed;
import io.sluice.order.Event.RearmRefused;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.ExecType;
import io.sluice.order.Input;
import io.sluice.order.KillId;
import io.sluice.order.KillMode;
import io.sluice.order.KillScope;
import io.sluice.order.KillState;
import io.sluice.order.OmsId;
import io.sluice.order.OrdStatus;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.CancelResumed;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.StatusRequested;
import io.sluice.order.Side;
import io.sluice.order.VenueClOrdId;
import io.sluice.order.VenueReport.VenueDown;
import io.sluice.order.VenueReport.VenueUp;
import io.sluice.risk.LimitSet;
import io.sluice.risk.Limits;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kills step by step: slices, pauses, refusals, and what is remembered of them. */
class KillsTest {

    private final Rig rig = new Rig(Fixtures.policy(manyOrders()));

    private static Limits manyOrders() {
        LimitSet wide = Fixtures.WIDE;
        return Fixtures.firm(
                new LimitSet(
                        wide.maxOrderQty(),
                        Optional.of(new java.math.BigDecimal("1000000000")),
                        wide.priceCollarPercent(),
                        Optional.of(100_000),
                        wide.maxPosition(),
                        wide.maxDailyLoss(),
                        Optional.of(100_000)));
    }

    private List<Event> kills(String id, String scope, KillMode mode) {
        return rig.tell(kill(id, scope, mode));
    }

    private static Kill kill(String id, String scope, KillMode mode) {
        return new Kill(new KillId(id), KillScope.parse(scope), mode, "a test", "ann");
    }

    private List<Event> rearms(String scope) {
        return rig.tell(new Rearm(KillScope.parse(scope), "fixed", "ann"));
    }

    private Killed killed(String id) {
        return rig.router.kill(new KillId(id)).orElseThrow();
    }

    private void ordersWork(int count) {
        for (int i = 0; i < count; i++) {
            rig.now = rig.now.plusMillis(1);
            rig.buys("C" + i, "1", "187.50");
            rig.accepts("C" + i);
        }
    }

    private static <T> List<T> of(Class<T> type, List<Event> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void aLargeKillCancelsInSlicesOldestFirst() {
        ordersWork(150);
        rig.router.decide(kill("K1", "all", KillMode.CANCEL), Now.at(rig.now)).forEach(rig::apply);
        List<Integer> slices = new ArrayList<>();
        List<String> canceled = new ArrayList<>();

        while (rig.router.killsAreDue(rig.now)) {
            List<Event> slice = rig.router.decide(new Input.GoOnKilling(), Now.at(rig.now));
            slice.forEach(rig::apply);
            slices.add(slice.size());
            of(CancelRequested.class, slice).forEach(it -> canceled.add(it.orderId().value()));
        }

        assertThat(slices).containsExactly(64, 64, 22);
        assertThat(canceled).isSorted().doesNotHaveDuplicates().hasSize(150);
    }

    @Test
    void everyCancelNamesItsKill() {
        ordersWork(1);

        List<Event> events = kills("K1", "all", KillMode.CANCEL);

        assertThat(of(CancelRequested.class, events))
                .extracting(CancelRequested::by)
                .containsExactly(Optional.of("kill K1"));
    }

    @Test
    void anUnansweredCancelIsRepeatedAfter1And2And4AndAtMost30Seconds() {
        ordersWork(1);
        kills("K1", "all", KillMode.CANCEL);
        List<Integer> at = new ArrayList<>();

        for (int second = 1; second <= 121; second++) {
            if (!of(CancelRequested.class, rig.waits(1)).isEmpty()) {
                at.add(second);
            }
        }

        assertThat(at).containsExactly(1, 3, 7, 15, 31, 61, 91, 121);
    }

    @Test
    void aVenueThatRefusesAtOnceIsNotFlooded() {
        ordersWork(1);
        kills("K1", "all", KillMode.CANCEL);
        int cancels = 0;

        for (int second = 0; second < 60; second++) {
            refuseNewest();
            cancels += of(CancelRequested.class, rig.waits(1)).size();
        }

        assertThat(cancels).isEqualTo(5);
    }

    private void refuseNewest() {
        rig.tell(
                new io.sluice.order.VenueReport.RequestRejected(
                        ALPHA,
                        rig.order("C0").links().getLast().venueClOrdId().orElseThrow(),
                        OrdStatus.NEW,
                        false,
                        "no",
                        CarriedFields.NONE));
    }

    @Test
    void theDeadlineNamesWhatIsLeftOnce() {
        ordersWork(2);
        kills("K1", "all", KillMode.BLOCK_AND_CANCEL);
        rig.reports("C0", ExecType.CANCELED, OrdStatus.CANCELED, "0", "0");

        List<Event> before = rig.waits(4);
        List<Event> after = rig.waits(10);

        assertThat(of(KillUnconfirmed.class, before)).isEmpty();
        assertThat(of(KillUnconfirmed.class, after))
                .containsExactly(
                        new KillUnconfirmed(new KillId("K1"), 1, List.of(rig.order("C1").id())));
    }

    @Test
    void aKillWithoutTargetsIsConfirmedAtOnce() {
        assertThat(kills("K1", "all", KillMode.BLOCK_AND_CANCEL))
                .containsExactly(
                        new ScopeKilled(
                                new KillId("K1"),
                                KillScope.ALL,
                                KillMode.BLOCK_AND_CANCEL,
                                "a test",
                                "ann"),
                        new KillConfirmed(new KillId("K1"), 0));
    }

    @Test
    void theSameKillLeadsToNothingAndAnotherUnderItsIdIsRefused() {
        kills("K1", "all", KillMode.BLOCK);

        assertThat(kills("K1", "all", KillMode.BLOCK)).isEmpty();
        assertThat(of(KillRefused.class, kills("K1", "oms:OMS44", KillMode.BLOCK)))
                .extracting(it -> it.denial().code())
                .containsExactly(DenialCode.DUPLICATE_KILL_ID);
        assertThat(rig.router.blocks()).hasSize(1);
    }

    @Test
    void whatIsNotBlockedCannotBeRearmed() {
        kills("K1", "oms:OMS44", KillMode.BLOCK);

        assertThat(of(RearmRefused.class, rearms("all")))
                .extracting(it -> it.denial().code())
                .containsExactly(DenialCode.NOT_BLOCKED);
        assertThat(rig.router.blocks()).hasSize(1);
    }

    @Test
    void ofSeveralBlocksTheWidestIsNamed() {
        kills("K1", "symbol:AAPL", KillMode.BLOCK);
        kills("K2", "account:ACC1", KillMode.BLOCK);
        kills("K3", "venue:ALPHA", KillMode.BLOCK);

        assertThat(denialOf(rig.buys("C1", "1", "187.50"))).isEqualTo("venue:ALPHA");
        rearms("venue:ALPHA");
        assertThat(denialOf(rig.buys("C2", "1", "187.50"))).isEqualTo("account:ACC1");
    }

    private static String denialOf(List<Event> events) {
        return of(OrderDenied.class, events).getFirst().denial().scope();
    }

    @Test
    void anOrderOfAKilledVenueGoesToTheNextWhenTheVenueIsDown() {
        kills("K1", "venue:ALPHA", KillMode.BLOCK);
        rig.tell(new VenueDown(ALPHA, "link lost"));

        assertThat(of(OrderRouted.class, rig.buys("C1", "1", "187.50")))
                .extracting(it -> it.venue().value())
                .containsExactly("DELTA");
    }

    @Test
    void onlyOrdersOfTheScopeAreTargets() {
        ordersWork(1);
        rig.tell(
                new NewOrder(
                        new OmsId("DEMO"),
                        new ClOrdId("D1"),
                        Fixtures.limit(Side.BUY, "1", "AAPL", "187.50"),
                        CarriedFields.NONE));
        kills("K1", "oms:DEMO", KillMode.CANCEL);
        kills("K2", "venue:ALPHA", KillMode.CANCEL);
        kills("K3", "symbol:MSFT", KillMode.CANCEL);

        assertThat(killed("K1").targets()).hasSize(1).doesNotContain(rig.order("C0").id());
        assertThat(killed("K2").targets()).hasSize(2);
        assertThat(killed("K3").state()).isEqualTo(KillState.KILLED_CONFIRMED);
    }

    @Test
    void aBlockOutlivesTheTradingDayAndAnOldKillIsForgottenOnceRearmed() {
        kills("K1", "all", KillMode.BLOCK);
        kills("K2", "oms:OMS44", KillMode.BLOCK);
        rearms("oms:OMS44");
        for (int day = 0; day < 4; day++) {
            rig.now = rig.now.plusSeconds(24 * 3_600);
            rig.waits(1);
        }

        assertThat(rig.router.kills()).extracting(it -> it.id().value()).containsExactly("K1");
        assertThat(denialOf(rig.buys("C1", "1", "187.50"))).isEqualTo("all");
    }

    @Test
    void aSnapshotInTheMiddleOfAKillGoesOnLikeReplay() {
        ordersWork(100);
        kills("K1", "all", KillMode.BLOCK_AND_CANCEL);
        rig.reports("C7", ExecType.CANCELED, OrdStatus.CANCELED, "0", "0");
        rig.waits(2);
        RouterState state = rig.router.state();

        assertThat(rig.replayed().state()).isEqualTo(state);
        rig.router = Router.restored(rig.policy, state);
        assertThat(rig.router.state()).isEqualTo(state);
        for (int i = 0; i < 100; i++) {
            if (i != 7) {
                rig.reports("C" + i, ExecType.CANCELED, OrdStatus.CANCELED, "0", "0");
            }
        }
        assertThat(killed("K1").state()).isEqualTo(KillState.KILLED_CONFIRMED);
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
    }

    @Test
    void cancelsWaitForAVenueThatIsDownAndGoInSlicesWhenItComesUp() {
        ordersWork(200);
        rig.tell(new VenueDown(ALPHA, "link lost"));
        assertThat(of(CancelRequested.class, kills("K1", "all", KillMode.BLOCK_AND_CANCEL)))
                .isEmpty();
        assertThat(of(CancelRequested.class, rig.waits(10))).isEmpty();

        List<Event> up = rig.router.decide(new VenueUp(ALPHA), Now.at(rig.now));
        up.forEach(rig::apply);
        List<Event> first = rig.router.decide(new Input.GoOnKilling(), Now.at(rig.now));

        assertThat(of(CancelRequested.class, up)).isEmpty();
        assertThat(of(CancelRequested.class, first))
                .hasSize(64)
                .noneMatch(CancelRequested::deferred);
    }

    @Test
    void aTickAsksAboutSomeOfManySilentOrdersAndTheNextAboutOthers() {
        for (int i = 0; i < 5_000; i++) {
            rig.now = rig.now.plusMillis(2);
            rig.buys("C" + i, "1", "187.50");
        }
        List<StatusRequested> asked = new ArrayList<>();

        for (int tick = 0; tick < 9; tick++) {
            List<StatusRequested> now = of(StatusRequested.class, rig.waits(1));
            assertThat(now).hasSizeLessThanOrEqualTo(2_000);
            asked.addAll(now);
        }

        assertThat(asked)
                .extracting(StatusRequested::orderId)
                .doesNotHaveDuplicates()
                .hasSize(5_000);
    }

    @Test
    void aVenueThatComesUpIsAskedAboutSomeOfManyUnknownOrdersAtOnce() {
        for (int i = 0; i < 3_000; i++) {
            rig.now = rig.now.plusMillis(1);
            rig.buys("C" + i, "1", "187.50");
        }
        rig.tell(new VenueDown(ALPHA, "link lost"));
        rig.waits(10);

        List<Event> up = rig.tell(new VenueUp(ALPHA));
        List<Event> next = rig.waits(1);

        assertThat(of(StatusRequested.class, up)).hasSize(2_000);
        assertThat(of(StatusRequested.class, next)).hasSize(1_000);
    }

    /** One frame has its limit: what waits for a venue goes in portions, each cancel once. */
    @Test
    void manyCancelsThatWaitedGoInPortions() {
        for (int i = 1; i <= 3_000; i++) {
            rig.now = rig.now.plusMillis(2);
            rig.buys("C" + i, "1", "187.50");
            rig.accepts("C" + i);
        }
        rig.tell(new VenueDown(ALPHA, "link lost"));
        for (int i = 1; i <= 3_000; i++) {
            rig.cancels("C" + i, "X" + i);
        }

        List<Event> up = rig.tell(new VenueUp(ALPHA));
        List<Event> later = rig.waits(3);

        assertThat(resumed(up)).hasSize(2_000);
        assertThat(resumed(later)).hasSize(1_000).doesNotContainAnyElementsOf(resumed(up));
    }

    private static List<VenueClOrdId> resumed(List<Event> events) {
        return events.stream()
                .filter(CancelResumed.class::isInstance)
                .map(event -> ((CancelResumed) event).venueClOrdId())
                .toList();
    }
}
