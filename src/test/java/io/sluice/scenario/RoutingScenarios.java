package io.sluice.scenario;

import org.junit.jupiter.api.Test;

class RoutingScenarios extends Scenario {

    RoutingScenarios(Driver driver) {
        super(driver);
    }

    @Test
    void theFirstVenueOfTheRuleGetsTheOrder() {
        oms.buys("C1", "100", "AAPL", "187.50");

        alpha.gets("new C1");
        delta.getsNothingMore();
    }

    @Test
    void theFallBackGetsTheOrderWhenTheFirstVenueIsDown() {
        alpha.goesDown();
        oms.buys("C1", "100", "AAPL", "187.50");

        delta.gets("new C1");
        alpha.getsNothingMore();
    }

    @Test
    void anOrderThatWasGivenToAVenueIsNotGivenToAnother() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.goesDown();

        delta.getsNothingMore();
        router.hasOpen("AAPL", "100");
    }

    @Test
    void anOrderIsDeniedWhenNoVenueOfItsRuleIsUp() {
        alpha.goesDown();
        delta.goesDown();
        oms.buys("C1", "100", "AAPL", "187.50");

        oms.seesRejected(
                "C1", "NO_VENUE_UP Rule equities names [ALPHA, DELTA], none of them is up");
    }

    @Test
    void anOrderThatNoRuleMatchesIsDenied() {
        oms.buys("C1", "100", "ZZZ", "10.00");

        oms.seesRejected(
                "C1",
                "NO_ROUTE None of the rules [delta-only, equities, banned] matches oms=OMS44");
    }

    @Test
    void allVenuesAreDownAfterARestart() {
        router.restarts();
        oms.buys("C1", "100", "AAPL", "187.50");

        oms.seesRejected("C1", "NO_VENUE_UP");
    }
}
