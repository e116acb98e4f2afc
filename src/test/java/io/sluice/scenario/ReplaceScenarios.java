package io.sluice.scenario;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplaceScenarios extends Scenario {

    ReplaceScenarios(Driver driver) {
        super(driver);
    }

    @BeforeEach
    void anOrderWorks() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.accepts("C1");
        alpha.gets("new C1");
        oms.sees("C1", "NEW", "NEW", "0");
    }

    @Test
    void theLargerQuantityCountsUntilTheVenueAccepts() {
        oms.replacesBuy("C1", "R1", "60", "AAPL", "187.40");
        alpha.gets("replace R1");
        router.hasOpen("AAPL", "100");
        alpha.replaces("R1");

        oms.sees("R1", "REPLACED", "NEW", "0");
        router.hasOpen("AAPL", "60");
    }

    @Test
    void aReplaceThatAsksForMoreCountsAtOnce() {
        oms.replacesBuy("C1", "R1", "150", "AAPL", "187.50");
        router.hasOpen("AAPL", "150");
        alpha.refusesRequest("R1");

        oms.seesRequestRefused("R1", "too late");
        router.hasOpen("AAPL", "100");
    }

    @Test
    void replacesAreChainedBeforeTheyAreAnswered() {
        oms.replacesBuy("C1", "R1", "120", "AAPL", "187.50");
        oms.replacesBuy("R1", "R2", "150", "AAPL", "187.50");
        alpha.replaces("R1");
        alpha.replaces("R2");
        oms.cancels("R2", "X1");
        alpha.cancels("X1");

        oms.sees("R1", "REPLACED", "NEW", "0");
        oms.sees("R2", "REPLACED", "NEW", "0");
        oms.sees("X1", "CANCELED", "CANCELED", "0");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void aLinkThatWasReplacedIsNoLongerAName() {
        oms.replacesBuy("C1", "R1", "120", "AAPL", "187.50");
        alpha.replaces("R1");
        oms.cancels("C1", "X1");

        oms.sees("R1", "REPLACED", "NEW", "0");
        oms.seesRequestRefused("X1", "NOT_LATEST");
    }

    @Test
    void afterARefusedLinkTheOldNameHoldsAgain() {
        oms.replacesBuy("C1", "R1", "120", "AAPL", "187.50");
        alpha.refusesRequest("R1");
        oms.replacesBuy("C1", "R2", "130", "AAPL", "187.50");
        alpha.replaces("R2");

        oms.seesRequestRefused("R1", "too late");
        oms.sees("R2", "REPLACED", "NEW", "0");
        router.hasOpen("AAPL", "130");
    }

    @Test
    void aFillThatCrossesAReplaceStillCounts() {
        oms.replacesBuy("C1", "R1", "120", "AAPL", "187.50");
        alpha.fills("C1", "30", "187.50");
        alpha.replaces("R1");

        oms.sees("C1", "TRADE", "PARTIALLY_FILLED", "30");
        oms.sees("R1", "REPLACED", "PARTIALLY_FILLED", "30");
        router.hasOpen("AAPL", "90");
        router.holds("ACC1", "AAPL", "30");
    }

    @Test
    void aFullFillDoesNotEndAnOrderThatMayStillGrow() {
        oms.replacesBuy("C1", "R1", "150", "AAPL", "187.50");
        alpha.fills("C1", "100", "187.50");
        router.hasOpen("AAPL", "50");
        alpha.replaces("R1");
        alpha.fills("R1", "50", "187.50");

        oms.sees("C1", "TRADE", "FILLED", "100");
        oms.sees("R1", "REPLACED", "PARTIALLY_FILLED", "100");
        oms.sees("R1", "TRADE", "FILLED", "150");
        router.hasOpen("AAPL", "0");
        router.holds("ACC1", "AAPL", "150");
    }

    @Test
    void aFullFillEndsTheOrderOnceTheReplaceIsRefused() {
        oms.replacesBuy("C1", "R1", "150", "AAPL", "187.50");
        alpha.fills("C1", "100", "187.50");
        alpha.refusesRequest("R1");
        oms.cancels("C1", "X1");

        oms.sees("C1", "TRADE", "FILLED", "100");
        oms.seesRequestRefused("R1", "too late");
        oms.seesRequestRefused("X1", "TOO_LATE");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void aReplaceAtOrBelowWhatHasTradedStopsTheOrder() {
        alpha.fills("C1", "60", "187.50");
        oms.replacesBuy("C1", "R1", "50", "AAPL", "187.50");
        alpha.replaces("R1");

        oms.sees("C1", "TRADE", "PARTIALLY_FILLED", "60");
        oms.sees("R1", "REPLACED", "FILLED", "60");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void aReplaceMayNotChangeTheSymbol() {
        oms.replacesBuy("C1", "R1", "100", "MSFT", "400.00");

        oms.seesRequestRefused("R1", "TERMS_CHANGED");
        alpha.getsNothingMore();
    }

    @Test
    void aReplacePassesTheGate() {
        oms.replacesBuy("C1", "R1", "10001", "AAPL", "10.00");

        oms.seesRequestRefused("R1", "MAX_ORDER_QTY");
        router.hasOpen("AAPL", "100");
    }

    @Test
    void aReplaceOfAnOrderAtAVenueThatIsDownIsRefused() {
        alpha.goesDown();
        oms.replacesBuy("C1", "R1", "120", "AAPL", "187.50");

        oms.seesRequestRefused("R1", "VENUE_DOWN");
    }
}
