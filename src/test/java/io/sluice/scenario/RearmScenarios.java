package io.sluice.scenario;

import org.junit.jupiter.api.Test;

/** Several kills of one router, and what lifts them. */
class RearmScenarios extends Scenario {

    RearmScenarios(Driver driver) {
        super(driver);
    }

    private void anOrderWorks() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.gets("new C1");
        alpha.accepts("C1");
        oms.sees("C1", "NEW", "NEW", "0");
    }

    @Test
    void oneScopeIsRearmedAndTheOtherStays() {
        operator.kills("K1", "oms:OMS44");
        operator.kills("K2", "symbol:AAPL");
        operator.rearms("oms:OMS44");
        oms.buys("C1", "100", "AAPL", "187.50");
        oms.buys("C2", "100", "MSFT", "400.00");

        oms.seesRejected("C1", "BLOCKED scope=symbol:AAPL kill K2");
        delta.gets("new C2");
        operator.rearms("symbol:AAPL");
        oms.buys("C3", "100", "AAPL", "187.50");
        alpha.gets("new C3");
        operator.findsNothingToRearm("symbol:AAPL");
    }

    @Test
    void twoKillsThatOverlapCancelOnceAndAreBothConfirmed() {
        anOrderWorks();
        operator.kills("K1", "oms:OMS44");
        operator.kills("K2", "symbol:AAPL");
        alpha.gets("cancel operator");
        alpha.getsNothingMore();
        alpha.cancels("C1");

        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
        operator.sees("K2", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void aSecondKillOfAScopeJoinsAndOneRearmLiftsIt() {
        operator.kills("K1", "all");
        operator.kills("K2", "all");
        oms.buys("C1", "100", "AAPL", "187.50");
        oms.seesRejected("C1", "BLOCKED scope=all kill K1");
        operator.rearms("all");
        oms.buys("C2", "100", "AAPL", "187.50");

        alpha.gets("new C2");
    }

    @Test
    void theSameKillToldTwiceIsOne() {
        anOrderWorks();
        operator.kills("K1", "all");
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        alpha.getsNothingMore();
        operator.sees("K1", "KILLING, 1 of 1 left");
    }

    @Test
    void anOldKillToldAgainBlocksNothing() {
        operator.kills("K1", "all");
        operator.rearms("all");
        operator.kills("K1", "all");
        oms.buys("C1", "100", "AAPL", "187.50");

        alpha.gets("new C1");
        operator.findsNothingToRearm("all");
    }

    @Test
    void aRearmDoesNotEndTheCancels() {
        anOrderWorks();
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        operator.rearms("all");
        router.waits(1);

        alpha.gets("cancel operator");
        alpha.cancels("C1");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }
}
