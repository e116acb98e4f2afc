package io.sluice.scenario;

import org.junit.jupiter.api.Test;

class OrderLifeScenarios extends Scenario {

    OrderLifeScenarios(Driver driver) {
        super(driver);
    }

    @Test
    void anOrderIsAcceptedAndFilledInTwoParts() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.gets("new C1");
        alpha.accepts("C1");
        alpha.fills("C1", "40", "187.49");
        alpha.fills("C1", "60", "187.50");

        oms.sees("C1", "NEW", "NEW", "0");
        oms.sees("C1", "TRADE", "PARTIALLY_FILLED", "40");
        oms.sees("C1", "TRADE", "FILLED", "100");
        oms.seesNothingMore();
        router.holds("ACC1", "AAPL", "100");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void aMarketOrderIsFilledWithoutAnAcknowledgement() {
        oms.buysAtMarket("C1", "100", "AAPL");
        alpha.fills("C1", "100", "187.55");

        oms.sees("C1", "TRADE", "FILLED", "100");
        router.holds("ACC1", "AAPL", "100");
    }

    @Test
    void aVenueRejectsAnOrder() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.rejects("C1");

        oms.sees("C1", "REJECTED", "REJECTED", "0");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void anOrderExpires() {
        oms.sells("C1", "100", "AAPL", "187.50");
        alpha.accepts("C1");
        alpha.fills("C1", "10", "187.50");
        alpha.expires("C1");

        oms.sees("C1", "NEW", "NEW", "0");
        oms.sees("C1", "TRADE", "PARTIALLY_FILLED", "10");
        oms.sees("C1", "EXPIRED", "EXPIRED", "10");
        router.holds("ACC1", "AAPL", "-10");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void anOrderThatBouncesIsRejected() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.bounces("C1");

        oms.sees("C1", "REJECTED", "REJECTED", "0");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void aRepeatedFillCountsOnce() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.accepts("C1");
        alpha.fills("C1", "40", "187.50");
        alpha.repeatsItsLastReport();

        oms.sees("C1", "NEW", "NEW", "0");
        oms.sees("C1", "TRADE", "PARTIALLY_FILLED", "40");
        oms.seesNothingMore();
        router.holds("ACC1", "AAPL", "40");
    }

    @Test
    void aRepeatedFillCountsOnceAcrossARestart() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.accepts("C1");
        alpha.fills("C1", "40", "187.50");
        router.restarts();
        alpha.comesUp();
        alpha.repeatsItsLastReport();

        router.holds("ACC1", "AAPL", "40");
    }

    @Test
    void aClOrdIdIsUsedOnce() {
        oms.buys("C1", "100", "AAPL", "187.50");
        oms.buys("C1", "100", "AAPL", "187.50");

        alpha.gets("new C1");
        alpha.getsNothingMore();
        oms.seesRejected("C1", "DUPLICATE_CL_ORD_ID");
        router.hasOpen("AAPL", "100");
    }

    @Test
    void aClOrdIdOfADeniedOrderIsUsed() {
        oms.buys("C1", "100", "NOPE", "187.50");
        oms.buys("C1", "100", "AAPL", "187.50");

        oms.seesRejected("C1", "INSTRUMENT_KNOWN");
        oms.seesRejected("C1", "DUPLICATE_CL_ORD_ID");
        alpha.getsNothingMore();
    }

    @Test
    void twoSessionsMayUseTheSameClOrdId() {
        oms.buys("C1", "100", "AAPL", "187.50");
        demo.buys("C1", "100", "AAPL", "187.50");

        alpha.gets("new C1");
        alpha.gets("new C1");
        demo.seesNothingMore();
    }
}
