package io.sluice.scenario;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnknownScenarios extends Scenario {

    UnknownScenarios(Driver driver) {
        super(driver);
    }

    @BeforeEach
    void anOrderIsOnItsWay() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.gets("new C1");
    }

    @Test
    void anOrderCaughtByARestartIsAskedAboutAndNeverSentAgain() {
        router.restarts();
        alpha.comesUp();
        alpha.gets("status C1");
        alpha.getsNothingMore();
        router.hasOpen("AAPL", "100");
        alpha.tellsTheStatusOf("C1");

        oms.sees("C1", "NEW", "NEW", "0");
        oms.seesNothingMore();
        router.hasOpen("AAPL", "100");
    }

    @Test
    void anOrderThatNeverReachedTheVenueEnds() {
        router.restarts();
        alpha.comesUp();
        alpha.doesNotKnow("C1");
        router.hasOpen("AAPL", "100");
        router.waits(6);
        alpha.doesNotKnow("C1");

        oms.seesRejected("C1", "NOT_SENT");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void anOrderThatTurnsUpAfterAllIsBooked() {
        router.restarts();
        alpha.comesUp();
        alpha.doesNotKnow("C1");
        router.waits(6);
        alpha.doesNotKnow("C1");
        alpha.fills("C1", "100", "187.50");

        oms.seesRejected("C1", "NOT_SENT");
        oms.sees("C1", "TRADE", "FILLED", "100");
        router.holds("ACC1", "AAPL", "100");
    }

    @Test
    void anAcknowledgedOrderDoesNotEndByBeingUnknown() {
        alpha.accepts("C1");
        oms.cancels("C1", "X1");
        router.restarts();
        alpha.comesUp();
        alpha.doesNotKnow("C1");

        oms.sees("C1", "NEW", "NEW", "0");
        oms.seesNothingMore();
        router.hasOpen("AAPL", "100");
    }

    @Test
    void aWorkingOrderIsNotAskedAboutAfterARestart() {
        alpha.accepts("C1");
        router.restarts();
        alpha.comesUp();

        alpha.getsNothingMore();
        router.hasOpen("AAPL", "100");
    }

    @Test
    void aVenueThatIsSilentIsAskedWithGrowingPauses() {
        router.waits(5);
        alpha.getsNothingMore();
        router.waits(1);
        alpha.gets("status C1");
        router.waits(10);
        alpha.getsNothingMore();
        router.waits(1);
        alpha.gets("status C1");
        alpha.getsNothingMore();
    }

    @Test
    void aVenueThatIsDownIsNotAskedUntilItComesUp() {
        alpha.goesDown();
        router.waits(60);
        alpha.getsNothingMore();
        alpha.comesUp();

        alpha.gets("status C1");
        router.hasOpen("AAPL", "100");
    }

    @Test
    void anEndThatAStatusShowsIsTold() {
        alpha.goesDown();
        oms.cancels("C1", "X1");
        alpha.comesUp();
        alpha.gets("status C1");
        alpha.gets("cancel X1");
        alpha.tellsTheStatusOf("C1");
        alpha.cancels("X1");

        oms.sees("C1", "NEW", "NEW", "0");
        oms.sees("X1", "CANCELED", "CANCELED", "0");
        router.hasOpen("AAPL", "0");
    }
}
