package io.sluice.scenario;

import org.junit.jupiter.api.Test;

/** What a kill does to orders in every state, and what it denies until it is re-armed. */
class KillScenarios extends Scenario {

    KillScenarios(Driver driver) {
        super(driver);
    }

    private void anOrderWorks() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.gets("new C1");
        alpha.accepts("C1");
        oms.sees("C1", "NEW", "NEW", "0");
    }

    @Test
    void aWorkingOrderIsCanceledAndTheKillIsConfirmedByTheVenue() {
        anOrderWorks();
        operator.kills("K1", "all");

        alpha.gets("cancel operator");
        operator.sees("K1", "KILLING, 1 of 1 left");
        alpha.cancels("C1");
        oms.sees("C1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
        router.hasOpen("AAPL", "0");
    }

    @Test
    void newOrdersAndReplacesAreDeniedWithTheKillsNameAndCancelsPass() {
        anOrderWorks();
        operator.blocks("K1", "oms:OMS44");
        oms.buys("C2", "100", "AAPL", "187.50");
        oms.replacesBuy("C1", "R1", "200", "AAPL", "187.50");
        oms.cancels("C1", "X1");

        oms.seesRejected("C2", "BLOCKED scope=oms:OMS44 kill K1: a test");
        oms.seesRequestRefused("R1", "BLOCKED scope=oms:OMS44 kill K1: a test");
        alpha.gets("cancel X1");
        alpha.getsNothingMore();
        operator.sees("K1", "BLOCKED, 0 of 0 left");
    }

    @Test
    void aKilledOmsLeavesTheOthersAlone() {
        operator.kills("K1", "oms:OMS44");
        demo.buys("D1", "100", "AAPL", "187.50");

        alpha.gets("new D1");
    }

    @Test
    void aKilledSymbolLeavesOthersAlone() {
        anOrderWorks();
        operator.kills("K1", "symbol:MSFT");
        oms.buys("C2", "100", "MSFT", "400.00");
        oms.buys("C3", "100", "AAPL", "187.50");

        oms.seesRejected("C2", "BLOCKED scope=symbol:MSFT kill K1");
        alpha.gets("new C3");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 0 left");
    }

    @Test
    void aKilledAccountIsDenied() {
        anOrderWorks();
        operator.kills("K1", "account:ACC1");
        oms.buys("C2", "100", "AAPL", "187.50");

        alpha.gets("cancel operator");
        oms.seesRejected("C2", "BLOCKED scope=account:ACC1 kill K1");
    }

    @Test
    void anOrderWhoseVenueIsKilledFallsBackToNoOther() {
        operator.kills("K1", "venue:ALPHA");
        oms.buys("C1", "100", "AAPL", "187.50");
        oms.buys("C2", "100", "MSFT", "400.00");

        oms.seesRejected("C1", "BLOCKED scope=venue:ALPHA kill K1");
        delta.gets("new C2");
        delta.getsNothingMore();
    }

    @Test
    void theBlockIsTheReasonToldEvenWhenRiskWouldDenyToo() {
        operator.blocks("K1", "all");
        oms.buys("C1", "99999999", "BANNED", "1.00");

        oms.seesRejected("C1", "BLOCKED scope=all kill K1");
    }

    @Test
    void aDuplicateStaysADuplicate() {
        anOrderWorks();
        operator.blocks("K1", "all");
        oms.buys("C1", "100", "AAPL", "187.50");

        oms.seesRejected("C1", "DUPLICATE_CL_ORD_ID");
    }

    @Test
    void aSweepCancelsWhatIsOpenAndTakesNewOrders() {
        anOrderWorks();
        operator.sweeps("K1", "oms:OMS44");
        oms.buys("C2", "100", "AAPL", "187.50");

        alpha.gets("cancel operator");
        alpha.gets("new C2");
        alpha.cancels("C1");
        oms.sees("C1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
        operator.findsNothingToRearm("oms:OMS44");
    }

    @Test
    void anUnacknowledgedOrderIsCanceledAndAgainWhenItIsAcknowledgedLate() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.gets("new C1");
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        alpha.refusesToKill("C1");
        alpha.getsNothingMore();
        alpha.accepts("C1");

        alpha.gets("cancel operator");
        alpha.cancels("C1");
        oms.sees("C1", "NEW", "NEW", "0");
        oms.sees("C1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void aCancelThatIsPendingIsNotSentTwiceAtOnce() {
        anOrderWorks();
        oms.cancels("C1", "X1");
        alpha.gets("cancel X1");
        operator.kills("K1", "all");
        alpha.getsNothingMore();
        router.waits(1);

        alpha.gets("cancel operator");
        alpha.cancels("X1");
        oms.sees("X1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void aReplaceThatIsAcceptedAfterTheCancelIsCanceledToo() {
        anOrderWorks();
        oms.replacesBuy("C1", "R1", "200", "AAPL", "187.50");
        alpha.gets("replace R1");
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        alpha.replaces("R1");
        router.waits(1);
        alpha.gets("cancel operator");
        alpha.cancels("R1");

        oms.sees("R1", "REPLACED", "NEW", "0");
        oms.sees("R1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void aReplaceThatIsRefusedLeavesTheCancelOfTheOrder() {
        anOrderWorks();
        oms.replacesBuy("C1", "R1", "200", "AAPL", "187.50");
        alpha.gets("replace R1");
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        alpha.refusesRequest("R1");
        alpha.refusesToKill("C1");
        oms.seesRequestRefused("R1", "too late");
        router.waits(1);
        alpha.gets("cancel operator");
        alpha.cancels("C1");

        oms.sees("C1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void aRefusedCancelIsTriedAgainWithGrowingPauses() {
        anOrderWorks();
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        alpha.refusesToKill("C1");
        alpha.getsNothingMore();
        router.waits(1);
        alpha.gets("cancel operator");
        alpha.refusesToKill("C1");
        router.waits(1);
        alpha.getsNothingMore();
        router.waits(1);
        alpha.gets("cancel operator");
        alpha.cancels("C1");

        oms.sees("C1", "CANCELED", "CANCELED", "0");
        oms.seesNothingMore();
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void aKillThatIsNotConfirmedInTimeSaysSoAndCanStillBe() {
        anOrderWorks();
        operator.kills("K1", "all");
        router.waits(5);
        operator.sees("K1", "KILLED_UNCONFIRMED, 1 of 1 left");
        alpha.cancels("C1");

        oms.sees("C1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void aFillThatCrossesTheKillCountsAndEndsItsOrder() {
        anOrderWorks();
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        alpha.fills("C1", "100", "187.50");

        oms.sees("C1", "TRADE", "FILLED", "100");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
        router.holds("ACC1", "AAPL", "100");
    }

    @Test
    void aFillAfterTheCancelCountsAndTheKillStaysConfirmed() {
        anOrderWorks();
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        alpha.cancels("C1");
        alpha.fills("C1", "40", "187.50");

        oms.sees("C1", "CANCELED", "CANCELED", "0");
        oms.sees("C1", "TRADE", "CANCELED", "40");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
        router.holds("ACC1", "AAPL", "40");
    }

    @Test
    void anOrderAtAVenueThatIsDownIsCanceledWhenItComesUp() {
        anOrderWorks();
        alpha.goesDown();
        operator.kills("K1", "all");
        router.waits(6);
        operator.sees("K1", "KILLED_UNCONFIRMED, 1 of 1 left");
        alpha.comesUp();

        alpha.gets("cancel operator");
        alpha.getsNothingMore();
        alpha.cancels("C1");
        oms.sees("C1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void aCancelThatAVenueTookDownWithItIsSentAnewWhenItComesUp() {
        anOrderWorks();
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        alpha.goesDown();
        router.waits(60);
        alpha.comesUp();

        alpha.gets("status C1");
        alpha.gets("cancel operator");
    }

    @Test
    void anUnknownOrderIsCanceledAndAskedAbout() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.gets("new C1");
        alpha.goesDown();
        operator.kills("K1", "all");
        alpha.comesUp();

        alpha.gets("status C1");
        alpha.gets("cancel operator");
        alpha.tellsTheStatusOf("C1");
        operator.sees("K1", "KILLING, 1 of 1 left");
        alpha.cancels("C1");
        oms.sees("C1", "NEW", "NEW", "0");
        oms.sees("C1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void anOrderThatTheVenueNeverHadIsEvidenceOfItsEnd() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.gets("new C1");
        router.restarts();
        operator.kills("K1", "all");
        alpha.comesUp();
        alpha.doesNotKnow("C1");
        router.waits(6);
        alpha.doesNotKnow("C1");

        oms.seesRejected("C1", "NOT_SENT");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void anOrderThatComesBackAfterItsEndIsCanceledAtOnce() {
        oms.buys("C1", "100", "AAPL", "187.50");
        alpha.gets("new C1");
        alpha.bounces("C1");
        operator.kills("K1", "all");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 0 left");
        alpha.accepts("C1");

        alpha.gets("cancel operator");
        operator.sees("K1", "KILLING, 1 of 1 left");
        alpha.cancels("C1");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }

    @Test
    void aKillOutlivesARestartAndGoesOn() {
        anOrderWorks();
        operator.kills("K1", "all");
        alpha.gets("cancel operator");
        router.restarts();
        alpha.comesUp();
        delta.comesUp();
        oms.buys("C2", "100", "AAPL", "187.50");

        oms.seesRejected("C2", "BLOCKED scope=all kill K1");
        alpha.gets("status C1");
        alpha.gets("cancel operator");
        alpha.cancels("C1");
        oms.sees("C1", "CANCELED", "CANCELED", "0");
        operator.sees("K1", "KILLED_CONFIRMED, 0 of 1 left");
    }
}
