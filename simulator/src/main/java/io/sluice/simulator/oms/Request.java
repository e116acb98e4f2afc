package io.sluice.simulator.oms;

/** A message that the OMS sends and that must be answered. */
sealed interface Request {

    /** What the answer is known by: ClOrdID(11), or OrdStatusReqID(790) of a status request. */
    String id();

    Terms terms();

    /** MsgType(35). */
    default String msgType() {
        return switch (this) {
            case NewOrder _ -> "D";
            case Cancel _ -> "F";
            case Replace _ -> "G";
            case Status _ -> "H";
        };
    }

    /** NewOrderSingle(D). */
    record NewOrder(String id, Terms terms) implements Request {}

    /** OrderCancelRequest(F) for the order last known as origClOrdId. */
    record Cancel(String id, String origClOrdId, Terms terms) implements Request {}

    /** OrderCancelReplaceRequest(G): all terms anew, the quantity including what has traded. */
    record Replace(String id, String origClOrdId, Terms terms) implements Request {}

    /** OrderStatusRequest(H) for the order last known as clOrdId. */
    record Status(String id, String clOrdId, Terms terms) implements Request {}
}
