package io.sluice.core;

import static io.sluice.core.Fixtures.OMS;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.ClOrdId;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.ExecType;
import io.sluice.order.OrdStatus;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderId;
import io.sluice.order.OrderState;
import io.sluice.order.VenueReport.Reported;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/** An id leads to its order until the order is forgotten, though it is free before. */
class ReusedIdsTest {

    private final Rig rig = new Rig();

    @AfterEach
    void replayAndSnapshotGiveTheSame() {
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
        Router restored = Router.restored(rig.policy, rig.router.state());
        assertThat(restored.state()).isEqualTo(rig.router.state());
        for (String id : new String[] {"C1", "R1", "X1"}) {
            assertThat(found(restored, id)).isEqualTo(found(rig.router, id));
        }
    }

    @Test
    void anOrderIsFoundByItsIdsUntilItIsForgotten() {
        rig.buys("C1", "100", "187.50");
        rig.accepts("C1");
        rig.replaces("C1", "R1", "150", "187.50");
        OrderId id = rig.order("C1").id();
        rig.reports("R1", ExecType.CANCELED, OrdStatus.CANCELED, "0", "0");

        nextDay();
        assertThat(found(rig.router, "C1")).contains(id);
        assertThat(found(rig.router, "R1")).contains(id);
        assertThat(rig.cancels("C1", "X1")).hasExactlyElementsOfTypes(RequestRefused.class);

        nextDay();
        nextDay();
        assertThat(found(rig.router, "C1")).isEmpty();
        assertThat(found(rig.router, "R1")).isEmpty();
    }

    @Test
    void anIdThatIsFreeMayBeUsedAgainAndThenLeadsToTheNewOrder() {
        rig.buys("C1", "100", "187.50");
        rig.reports("C1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0");
        OrderId first = rig.order("C1").id();
        nextDay();

        assertThat(rig.buys("C1", "10", "187.50").getFirst()).isInstanceOf(OrderReceived.class);
        OrderId second = rig.order("C1").id();
        assertThat(second).isNotEqualTo(first);
        rig.reports("C1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0");

        nextDay();
        nextDay();
        assertThat(rig.router.orders().find(first)).isEmpty();
        assertThat(found(rig.router, "C1")).contains(second);
    }

    @Test
    void anOrderThatIsOpenAgainUsesItsIdsAlsoAfterTheirSecondOwner() {
        rig.buys("C1", "100", "187.50");
        OrderId first = rig.order("C1").id();
        Reported accepted = rig.report("C1", ExecType.NEW, OrdStatus.NEW, "0", "100");
        rig.deniesForGood("C1");
        nextDay();
        rig.buys("C1", "10", "187.50");
        rig.tell(accepted);
        assertThat(rig.router.orders().get(first).state()).isEqualTo(OrderState.WORKING);
        rig.reports("C1", ExecType.REJECTED, OrdStatus.REJECTED, "0", "0");
        nextDay();

        assertThat(found(rig.router, "C1")).contains(first);
        assertThat(rig.buys("C1", "1", "187.50")).hasExactlyElementsOfTypes(DuplicateRefused.class);
        rig.router = Router.restored(rig.policy, rig.router.state());
        assertThat(rig.buys("C1", "1", "187.50")).hasExactlyElementsOfTypes(DuplicateRefused.class);
    }

    private static Optional<OrderId> found(Router router, String id) {
        return router.orders().find(OMS, new ClOrdId(id)).map(Order::id);
    }

    private void nextDay() {
        rig.now = rig.now.plus(Duration.ofDays(1));
        rig.waits(1);
    }
}
