package io.sluice.scenario;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelScenarios extends Scenario {

    CancelScenarios(Driver driver) {
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
    void aCancelIsPassedOnAndConfirmed() {
        oms.cancels("C1", "X1");
        alpha.gets("cancel X1");
        alpha.cancels("X1");

        oms.sees("X1", "CANCELED", "CANCELED", "0");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void aFillThatCrossesACancelStillCounts() {
        oms.cancels("C1", "X1");
        alpha.fills("C1", "30", "187.50");
        alpha.cancels("X1");

        oms.sees("C1", "TRADE", "PARTIALLY_FILLED", "30");
        oms.sees("X1", "CANCELED", "CANCELED", "30");
        router.holds("ACC1", "AAPL", "30");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void aCancelThatComesTooLateIsRefusedByTheVenue() {
        oms.cancels("C1", "X1");
        alpha.fills("C1", "100", "187.50");
        alpha.refusesRequest("X1");

        oms.sees("C1", "TRADE", "FILLED", "100");
        oms.seesRequestRefused("X1", "too late");
        router.holds("ACC1", "AAPL", "100");
    }

    @Test
    void aFillAfterTheCancelStillCounts() {
        oms.cancels("C1", "X1");
        alpha.cancels("X1");
        alpha.fills("C1", "25", "187.50");

        oms.sees("X1", "CANCELED", "CANCELED", "0");
        oms.sees("C1", "TRADE", "CANCELED", "25");
        router.holds("ACC1", "AAPL", "25");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void aCancelOfAnUnknownOrderIsRefused() {
        oms.cancels("C9", "X1");

        oms.seesRequestRefused("X1", "UNKNOWN_ORDER");
        alpha.getsNothingMore();
    }

    @Test
    void aCancelOfAnUnknownOrderLeavesItsNameFree() {
        oms.cancels("C9", "X1");
        oms.buys("C9", "100", "AAPL", "187.50");

        oms.seesRequestRefused("X1", "UNKNOWN_ORDER");
        alpha.gets("new C9");
    }

    @Test
    void theIdOfARefusedCancelIsUsed() {
        oms.cancels("C9", "X1");
        oms.buys("X1", "100", "AAPL", "187.50");

        oms.seesRequestRefused("X1", "UNKNOWN_ORDER");
        oms.seesRejected("X1", "DUPLICATE_CL_ORD_ID");
    }

    @Test
    void aCancelOfAnEndedOrderIsTooLate() {
        alpha.fills("C1", "100", "187.50");
        oms.cancels("C1", "X1");

        oms.sees("C1", "TRADE", "FILLED", "100");
        oms.seesRequestRefused("X1", "TOO_LATE");
        alpha.getsNothingMore();
    }

    @Test
    void aCancelNeedsAnIdOfItsOwn() {
        oms.cancels("C1", "C1");

        oms.seesRequestRefused("C1", "DUPLICATE_CL_ORD_ID");
        alpha.getsNothingMore();
    }

    @Test
    void anotherSessionsOrderCannotBeCanceled() {
        demo.cancels("C1", "X1");

        demo.seesRequestRefused("X1", "UNKNOWN_ORDER");
        alpha.getsNothingMore();
    }

    @Test
    void aCancelWaitsForAVenueThatIsDown() {
        alpha.goesDown();
        oms.cancels("C1", "X1");
        alpha.getsNothingMore();
        alpha.comesUp();

        alpha.gets("cancel X1");
        alpha.getsNothingMore();
    }

    @Test
    void aCancelThatWaitsSurvivesARestart() {
        alpha.goesDown();
        oms.cancels("C1", "X1");
        router.restarts();
        alpha.comesUp();

        alpha.gets("cancel X1");
        alpha.getsNothingMore();
    }

    @Test
    void aVenueCancelsUnasked() {
        alpha.cancels("C1");

        oms.sees("C1", "CANCELED", "CANCELED", "0");
        router.hasOpen("AAPL", "0");
    }
}
