package io.sluice.core;

import static io.sluice.core.Fixtures.AAPL;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Instrument;
import io.sluice.order.Side;
import io.sluice.order.Symbol;
import io.sluice.risk.Scope;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was lost today stays lost, whatever becomes of the instrument. */
class DelistedTest {

    @Test
    void theLossOfAnInstrumentThatIsNotListedAnyMoreStays() {
        Rig rig = new Rig(listing(Optional.of("50")));
        rig.buys("C1", "100", "187.50");
        rig.fills("C1", "100", "187.50");
        rig.places("S1", Fixtures.limit(Side.SELL, "100", "AAPL", "180.00"));
        rig.fills("S1", "100", "180.00");
        assertThat(loss(rig.router)).isEqualByComparingTo("-37500");

        for (Policy later : new Policy[] {listing(Optional.empty()), listing(Optional.of("1"))}) {
            assertThat(loss(Router.restored(later, rig.router.state())))
                    .isEqualByComparingTo("-37500");
            Router replayed = new Router(later);
            rig.journal.forEach(it -> replayed.apply(it.event(), it.at()));
            assertThat(loss(replayed)).isEqualByComparingTo("-37500");
            assertThat(replayed.state()).isEqualTo(rig.router.state());
        }
        assertThat(rig.router.holdings()).allMatch(it -> it.currency().equals(Optional.of("USD")));
    }

    private static BigDecimal loss(Router router) {
        return router.exposures().dailyPnl(Scope.FIRM);
    }

    /** AAPL with such a multiplier, or not at all. */
    private static Policy listing(Optional<String> multiplier) {
        Policy it = Fixtures.policy(Fixtures.wide());
        Map<Symbol, Instrument> listed = new HashMap<>(it.instruments());
        Instrument aapl = Fixtures.instrument("AAPL", "187.50");
        listed.remove(AAPL);
        multiplier.ifPresent(
                text ->
                        listed.put(
                                AAPL,
                                new Instrument(
                                        aapl.symbol(),
                                        aapl.venueSymbol(),
                                        aapl.tick(),
                                        aapl.lot(),
                                        aapl.currency(),
                                        new BigDecimal(text),
                                        aapl.referencePrice())));
        return new Policy(
                listed,
                it.accounts(),
                it.limits(),
                it.routes(),
                it.tradingDay(),
                it.silentAfter(),
                it.daysKept());
    }
}
