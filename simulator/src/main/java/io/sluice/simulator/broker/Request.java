package io.sluice.simulator.broker;

/** Something a customer asks of the broker. */
sealed interface Request {

    String clOrdId();

    String symbol();

    /** Whether the message says that it may have been seen before: PossDupFlag or PossResend. */
    boolean mayBeRepeat();

    record NewOrder(String clOrdId, Terms terms, boolean mayBeRepeat) implements Request {

        @Override
        public String symbol() {
            return terms.symbol();
        }
    }

    record CancelOrder(
            String clOrdId, String origClOrdId, String symbol, char side, boolean mayBeRepeat)
            implements Request {}

    record ReplaceOrder(String clOrdId, String origClOrdId, Terms terms, boolean mayBeRepeat)
            implements Request {

        @Override
        public String symbol() {
            return terms.symbol();
        }
    }

    /** An OrderStatusRequest; OrdStatusReqID(790) is empty when absent. */
    record StatusQuery(
            String clOrdId, String symbol, char side, String ordStatusReqId, boolean mayBeRepeat)
            implements Request {}
}
