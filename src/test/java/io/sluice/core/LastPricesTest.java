package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;
import static io.sluice.core.Fixtures.ALPHA;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.DenialCode;
import io.sluice.order.Event;
import io.sluice.order.Input;
import io.sluice.order.Instrument;
import io.sluice.order.OrderEvent.InvariantViolated;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.order.VenueReport.VenueUp;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Neither a bad print nor an old trade opens the price collar. */
class LastPricesTest {

    private final Rig rig = new Rig();

    @AfterEach
    void replayAndSnapshotGiveTheSame() {
        assertThat(rig.replayed().state()).isEqualTo(rig.router.state());
        assertThat(Router.restored(rig.policy, rig.router.state()).state())
                .isEqualTo(rig.router.state());
    }

    @Test
    void aPriceOutsideTheCollarIsBookedAndNotGoneBy() {
        rig.buys("C1", "10", "187.50");
        rig.accepts("C1");

        assertThat(rig.fills("C1", "10", "0.01"))
                .hasExactlyElementsOfTypes(OrderFilled.class, InvariantViolated.class);
        assertThat(rig.router.exposures().position(Scope.FIRM, AAPL)).isEqualByComparingTo("10");
        assertThat(lastPrice()).isEqualTo("187.5");
        isDenied(rig.places("S1", Fixtures.limit(Side.SELL, "10", "AAPL", "0.01")));
    }

    @Test
    void aPriceWithinTheCollarIsGoneBy() {
        rig.buys("C1", "10", "187.50");

        assertThat(rig.fills("C1", "10", "180.00")).hasExactlyElementsOfTypes(OrderFilled.class);
        assertThat(lastPrice()).isEqualTo("180");
    }

    @Test
    void aPriceFarAboveIsNotGoneByEither() {
        rig.places("S1", Fixtures.limit(Side.SELL, "10", "AAPL", "187.50"));

        rig.fills("S1", "10", "500.00");

        assertThat(lastPrice()).isEqualTo("187.5");
    }

    @Test
    void aReferencePriceThatIsConfiguredAnewOutranksAnOlderTrade() {
        rig.buys("C1", "1", "187.50");
        rig.fills("C1", "1", "187.50");
        rig.now = rig.now.plus(Duration.ofDays(40));

        restartsWith("300.00");

        assertThat(lastPrice()).isEqualTo("300");
        assertThat(rig.buys("C2", "1", "300.00")).hasAtLeastOneElementOfType(OrderRouted.class);
        isDenied(rig.places("S1", Fixtures.limit(Side.SELL, "1", "AAPL", "180.00")));
        rig.fills("C2", "1", "299.00");
        assertThat(lastPrice()).isEqualTo("299");
    }

    @Test
    void aReferencePriceThatIsAsItWasDoesNot() {
        rig.buys("C1", "1", "187.50");
        rig.fills("C1", "1", "185.00");

        restartsWith("187.50");

        assertThat(lastPrice()).isEqualTo("185");
    }

    private void restartsWith(String reference) {
        Map<Symbol, Instrument> listed = new HashMap<>(rig.policy.instruments());
        listed.put(AAPL, Fixtures.instrument("AAPL", reference));
        Policy it = rig.policy;
        Policy changed =
                new Policy(
                        listed,
                        it.accounts(),
                        it.limits(),
                        it.routes(),
                        it.tradingDay(),
                        it.silentAfter(),
                        it.daysKept());
        rig.router = Router.restored(changed, rig.router.state());
        rig.tell(new Input.Started("T", 2));
        rig.tell(new VenueUp(ALPHA));
    }

    private String lastPrice() {
        return rig.router.exposures().lastPrice(AAPL).orElseThrow().toString();
    }

    private static void isDenied(List<Event> events) {
        assertThat(events)
                .filteredOn(OrderDenied.class::isInstance)
                .extracting(event -> ((OrderDenied) event).denial().code())
                .containsExactly(DenialCode.PRICE_COLLAR);
    }
}
