package io.sluice.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Event;
import io.sluice.order.Event.ScopeKilled;
import io.sluice.order.Event.ScopeRearmed;
import io.sluice.order.Input;
import io.sluice.order.KillScope;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.OrderId;
import io.sluice.order.Price;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;
import io.sluice.order.VenueId;
import io.sluice.risk.Exposures;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever the OMSs and venues send, the book adds up, and replaying it gives the same book. */
class RandomRunTest {

    private static final int INPUTS = 2_000;

    /** A seed of the past can be set here to see its run again: -Dseed=N. */
    private final long seed = Long.getLong("seed", new Random().nextLong());

    private final Rig rig = new Rig();
    private long epoch = 1;

    @RepeatedTest(10)
    void theBookAddsUpAndReplaysToTheSame() {
        System.out.println("RandomRunTest seed " + seed);
        RandomDay day = new RandomDay(seed);

        for (int i = 1; i <= INPUTS; i++) {
            rig.now = rig.now.plusMillis(day.pause());
            rig.tell(day.next(rig.router));
            if (i % 100 == 0) {
                checkBook();
            }
            if (i % 500 == 0) {
                restart();
            }
        }
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
        assertThat(fills()).isNotEmpty();
    }

    /** By the journal alone: who was blocked when something was sent. */
    @RepeatedTest(5)
    void nothingIsSentIntoABlockedScopeUntilItIsRearmed() {
        System.out.println("RandomRunTest seed " + seed);
        RandomDay day = new RandomDay(seed);
        for (int i = 1; i <= INPUTS; i++) {
            rig.now = rig.now.plusMillis(day.pause());
            rig.tell(day.next(rig.router));
        }

        Set<KillScope> blocked = new HashSet<>();
        Map<OrderId, VenueId> venues = new HashMap<>();
        for (Rig.Happened happened : rig.journal) {
            switch (happened.event()) {
                case ScopeKilled it when it.mode().blocks() -> blocked.add(it.scope());
                case ScopeRearmed it -> blocked.remove(it.scope());
                case OrderRouted it -> {
                    venues.put(it.orderId(), it.venue());
                    assertNotBlocked(it.orderId(), it.venue(), blocked);
                }
                case ReplaceRequested it ->
                        assertNotBlocked(
                                it.orderId(),
                                Objects.requireNonNull(venues.get(it.orderId())),
                                blocked);
                case Event _ -> {}
            }
        }
        assertThat(venues).isNotEmpty();
    }

    private void assertNotBlocked(OrderId id, VenueId venue, Set<KillScope> blocked) {
        Terms terms = termsOf(id);
        assertThat(KillScope.around(Fixtures.OMS, venue, terms.account(), terms.symbol()))
                .as("seed " + seed)
                .doesNotContainAnyElementsOf(
                        blocked.isEmpty()
                                ? Set.of(new KillScope(KillScope.Type.OMS, "-"))
                                : blocked);
    }

    @Test
    void noIdIsGivenTwice() {
        RandomDay day = new RandomDay(seed);
        Set<String> given = new HashSet<>();

        for (int i = 1; i <= INPUTS; i++) {
            rig.now = rig.now.plusMillis(day.pause());
            for (Event event : rig.tell(day.next(rig.router))) {
                assertThat(Stream.of(Ids.givenBy(event))).as("seed " + seed).allMatch(given::add);
            }
        }
    }

    /** What a crash does: the next run begins on a snapshot of the last one. */
    private void restart() {
        RouterState state = rig.router.state();
        rig.router = Router.restored(rig.policy, state);
        assertThat(rig.router.state()).as("seed " + seed).isEqualTo(state);
        assertThat(rig.replayed().state()).as("seed " + seed).isEqualTo(state);

        epoch++;
        rig.tell(new Input.Started("T", epoch));
    }

    private void checkBook() {
        for (Order order : rig.router.orders().open()) {
            assertThat(order.links().stream().flatMap(link -> link.clOrdId().stream()))
                    .as("seed " + seed)
                    .allMatch(id -> rig.router.orders().find(Fixtures.OMS, id).isPresent());
        }
        for (Scope scope : List.of(Scope.FIRM, Scope.of(Fixtures.OMS), Scope.of(Fixtures.ACC1))) {
            for (Symbol symbol : Fixtures.instruments().keySet()) {
                checkSymbol(scope, symbol);
            }
            assertThat(exposures().openOrders(scope))
                    .as("seed " + seed)
                    .isEqualTo(rig.router.orders().open().size());
        }
        BigDecimal pnl =
                rig.router.holdings().stream()
                        .filter(it -> it.scope().equals(Scope.FIRM))
                        .map(it -> it.dailyPnl(last(it.symbol())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(exposures().dailyPnl(Scope.FIRM)).isEqualByComparingTo(pnl);
    }

    private void checkSymbol(Scope scope, Symbol symbol) {
        assertThat(exposures().openBuys(scope, symbol))
                .as("seed " + seed)
                .isEqualByComparingTo(open(symbol, true))
                .isNotNegative();
        assertThat(exposures().openSells(scope, symbol))
                .as("seed " + seed)
                .isEqualByComparingTo(open(symbol, false))
                .isNotNegative();
        assertThat(exposures().position(scope, symbol))
                .as("seed " + seed)
                .isEqualByComparingTo(traded(symbol));
    }

    private BigDecimal open(Symbol symbol, boolean buys) {
        return rig.router.orders().open().stream()
                .filter(order -> order.terms().symbol().equals(symbol))
                .filter(order -> order.terms().side().isBuy() == buys)
                .map(order -> order.worstLeavesQty().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By the journal, whatever has been forgotten since. */
    private BigDecimal traded(Symbol symbol) {
        BigDecimal sum = BigDecimal.ZERO;
        for (OrderFilled fill : fills()) {
            Terms terms = termsOf(fill.orderId());
            if (terms.symbol().equals(symbol)) {
                BigDecimal qty = fill.trade().lastQty().value();
                sum = terms.side().isBuy() ? sum.add(qty) : sum.subtract(qty);
            }
        }
        return sum;
    }

    private Terms termsOf(OrderId id) {
        return rig.journal.stream()
                .map(Rig.Happened::event)
                .filter(OrderReceived.class::isInstance)
                .map(OrderReceived.class::cast)
                .filter(it -> it.orderId().equals(id))
                .map(OrderReceived::terms)
                .findFirst()
                .orElseThrow();
    }

    private List<OrderFilled> fills() {
        return rig.journal.stream()
                .map(Rig.Happened::event)
                .filter(OrderFilled.class::isInstance)
                .map(OrderFilled.class::cast)
                .toList();
    }

    private BigDecimal last(Symbol symbol) {
        return exposures().lastPrice(symbol).map(Price::value).orElseThrow();
    }

    private Exposures exposures() {
        return rig.router.exposures();
    }
}
