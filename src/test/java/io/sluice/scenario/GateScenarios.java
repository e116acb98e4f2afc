package io.sluice.scenario;

import org.junit.jupiter.api.Test;

class GateScenarios extends Scenario {

    GateScenarios(Driver driver) {
        super(driver);
    }

    @Test
    void anUnknownInstrumentIsDenied() {
        oms.buys("C1", "100", "NOPE", "10.00");

        oms.seesRejected("C1", "INSTRUMENT_KNOWN scope=symbol:NOPE");
        alpha.getsNothingMore();
    }

    @Test
    void aRestrictedSymbolIsDenied() {
        oms.buys("C1", "100", "BANNED", "10.00");

        oms.seesRejected("C1", "RESTRICTED_LIST scope=symbol:BANNED");
    }

    @Test
    void anOrderForNothingIsDenied() {
        oms.buys("C1", "0", "AAPL", "187.50");

        oms.seesRejected("C1", "QTY_POSITIVE");
    }

    @Test
    void aFractionOfALotIsDenied() {
        oms.buys("C1", "100.5", "AAPL", "187.50");

        oms.seesRejected("C1", "LOT_SIZE scope=symbol:AAPL limit=1 value=100.5");
    }

    @Test
    void aPriceBetweenTicksIsDenied() {
        oms.buys("C1", "100", "AAPL", "187.505");

        oms.seesRejected("C1", "TICK_SIZE scope=symbol:AAPL limit=0.01 value=187.505");
    }

    @Test
    void anOrderThatIsTooLargeIsDenied() {
        oms.buys("C1", "10001", "AAPL", "187.50");

        oms.seesRejected("C1", "MAX_ORDER_QTY scope=firm limit=10000 value=10001");
    }

    @Test
    void anOrderThatIsWorthTooMuchIsDenied() {
        oms.buys("C1", "6000", "AAPL", "187.50");

        oms.seesRejected("C1", "MAX_ORDER_NOTIONAL scope=firm limit=1000000 value=1125000");
    }

    @Test
    void aMarketOrderIsWorthTheLastPrice() {
        oms.buysAtMarket("C1", "6000", "AAPL");

        oms.seesRejected("C1", "MAX_ORDER_NOTIONAL scope=firm limit=1000000 value=1125000");
    }

    @Test
    void theCollarFollowsTheLastTrade() {
        oms.buys("C1", "100", "AAPL", "196.87");
        alpha.fills("C1", "100", "190.00");
        oms.buys("C2", "100", "AAPL", "199.50");
        oms.buys("C3", "100", "AAPL", "199.51");

        oms.sees("C1", "TRADE", "FILLED", "100");
        oms.seesRejected("C3", "PRICE_COLLAR scope=firm");
    }

    @Test
    void aSessionThatIsTooFastIsDenied() {
        demo.buys("C1", "1", "NOPE", "1.00");
        demo.buys("C2", "1", "NOPE", "1.00");
        demo.buys("C3", "1", "NOPE", "1.00");
        demo.buys("C4", "1", "NOPE", "1.00");
        demo.buys("C5", "1", "NOPE", "1.00");
        demo.buys("C6", "1", "AAPL", "187.50");
        router.waits(1);
        demo.buys("C7", "1", "AAPL", "187.50");

        demo.seesRejected("C1", "INSTRUMENT_KNOWN");
        demo.seesRejected("C2", "INSTRUMENT_KNOWN");
        demo.seesRejected("C3", "INSTRUMENT_KNOWN");
        demo.seesRejected("C4", "INSTRUMENT_KNOWN");
        demo.seesRejected("C5", "INSTRUMENT_KNOWN");
        demo.seesRejected("C6", "MAX_ORDERS_PER_SECOND scope=oms:DEMO limit=5 value=6");
        demo.seesNothingMore();
        alpha.gets("new C7");
    }

    @Test
    void aSessionWithTooManyOpenOrdersIsDenied() {
        demo.buys("C1", "1", "AAPL", "187.50");
        demo.buys("C2", "1", "AAPL", "187.50");
        demo.buys("C3", "1", "AAPL", "187.50");
        demo.buys("C4", "1", "AAPL", "187.50");

        demo.seesRejected("C4", "MAX_OPEN_ORDERS scope=oms:DEMO limit=3 value=4");
    }

    @Test
    void openOrdersCountTowardsThePosition() {
        oms.buys("C1", "300", "MSFT", "400.00");
        delta.fills("C1", "100", "400.00");
        oms.buys("C2", "201", "MSFT", "400.00");
        oms.buys("C3", "200", "MSFT", "400.00");

        oms.sees("C1", "TRADE", "PARTIALLY_FILLED", "100");
        oms.seesRejected("C2", "MAX_POSITION scope=symbol:MSFT limit=500 value=501");
        oms.seesNothingMore();
    }

    @Test
    void aScopeThatHasLostItsLimitIsDenied() {
        oms.buys("C1", "200", "AAPL", "190.00");
        alpha.fills("C1", "200", "190.00");
        oms.buys("C2", "1", "AAPL", "185.00");
        alpha.fills("C2", "1", "185.00");
        oms.sells("C3", "1", "AAPL", "180.00");
        alpha.fills("C3", "1", "180.00");
        oms.sells("C4", "100", "AAPL", "180.00");

        oms.sees("C1", "TRADE", "FILLED", "200");
        oms.sees("C2", "TRADE", "FILLED", "1");
        oms.sees("C3", "TRADE", "FILLED", "1");
        oms.seesRejected("C4", "MAX_DAILY_LOSS scope=firm limit=2000 value=2005");
    }

    @Test
    void limitsUsedSurviveARestart() {
        demo.buys("C1", "1", "AAPL", "187.50");
        demo.buys("C2", "1", "AAPL", "187.50");
        demo.buys("C3", "1", "AAPL", "187.50");
        router.restarts();
        alpha.comesUp();
        demo.buys("C4", "1", "AAPL", "187.50");

        demo.seesRejected("C4", "MAX_OPEN_ORDERS scope=oms:DEMO limit=3 value=4");
    }
}
