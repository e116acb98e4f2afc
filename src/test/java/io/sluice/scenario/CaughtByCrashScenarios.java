package io.sluice.scenario;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests that a restart caught on their way: each gets its answer, whatever became of it. Told in
 * memory alone, where a venue can speak before it is up, as resent reports do.
 */
class CaughtByCrashScenarios extends Scenario {

    CaughtByCrashScenarios(Driver driver) {
        super(driver);
    }

    @BeforeEach
    void anOrderWorks() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.gets("new C1");
        alpha.accepts("C1");
        oms.sees("C1", "NEW", "NEW", "0");
    }

    @Test
    void aReplaceThatNeverLeftIsAnsweredThoughTheOrderWasFilledBeforeTheVenueWasUp() {
        oms.replacesBuy("C1", "R1", "100", "AAPL", "187.40");
        alpha.gets("replace R1");
        router.restarts();
        alpha.fills("C1", "100", "187.50");
        alpha.comesUp();
        alpha.gets("status R1");
        alpha.doesNotKnow("R1");
        router.waits(6);
        alpha.gets("status R1");
        alpha.doesNotKnow("R1");

        oms.sees("C1", "TRADE", "FILLED", "100");
        oms.seesRequestRefused("R1", "unknown order");
        oms.seesNothingMore();
        alpha.getsNothingMore();
    }

    @Test
    void aReplaceOfAnEndedOrderIsAskedAboutWhileTheVenueIsSilent() {
        oms.replacesBuy("C1", "R1", "100", "AAPL", "187.40");
        alpha.gets("replace R1");
        alpha.fills("C1", "100", "187.50");
        alpha.getsNothingMore();
        router.waits(6);
        alpha.gets("status R1");
        alpha.doesNotKnow("R1");
        router.waits(6);
        alpha.gets("status R1");
        alpha.doesNotKnow("R1");
        router.waits(60);

        oms.sees("C1", "TRADE", "FILLED", "100");
        oms.seesRequestRefused("R1", "unknown order");
        alpha.getsNothingMore();
    }

    @Test
    void aCancelThatWaitedForTheVenueIsRefusedWhenTheOrderHasEndedMeanwhile() {
        alpha.goesDown();
        oms.cancels("C1", "X1");
        alpha.fills("C1", "100", "187.50");
        alpha.comesUp();

        oms.sees("C1", "TRADE", "FILLED", "100");
        oms.seesRequestRefused("X1", "TOO_LATE");
        oms.seesNothingMore();
        alpha.getsNothingMore();
    }

    @Test
    void anEndedOrderWithAnUnansweredReplaceIsForgottenInTime() {
        oms.replacesBuy("C1", "R1", "100", "AAPL", "187.40");
        alpha.gets("replace R1");
        alpha.fills("C1", "100", "187.50");
        alpha.goesDown();
        router.waits(4 * 24 * 3_600);
        alpha.comesUp();

        alpha.getsNothingMore();
    }
}
