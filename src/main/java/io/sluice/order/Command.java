package io.sluice.order;

/** What someone asks of the router. May be refused. */
public sealed interface Command extends Input {

    /** An OMS wants something bought or sold. */
    record NewOrder(OmsId oms, ClOrdId clOrdId, Terms terms, CarriedFields carried)
            implements Command {}

    /**
     * A new order that could be read only in part, or asks for what we cannot do: to be refused.
     */
    record InvalidOrder(OmsId oms, ClOrdId clOrdId, Denial denial, CarriedFields carried)
            implements Command {}

    /** A cancel or replace that could be read only in part: to be refused. */
    record InvalidRequest(
            OmsId oms, Link.Kind kind, ClOrdId clOrdId, ClOrdId origClOrdId, Denial denial)
            implements Command {}

    /** The router failed on an order after it took it: to be denied with INTERNAL_ERROR. */
    record GiveUp(OrderId orderId, String why) implements Command {}

    /** An OMS wants an order of its own canceled. */
    record CancelOrder(OmsId oms, ClOrdId clOrdId, ClOrdId origClOrdId, CarriedFields carried)
            implements Command {}

    /** An OMS wants the terms of an order of its own replaced. */
    record ReplaceOrder(
            OmsId oms, ClOrdId clOrdId, ClOrdId origClOrdId, Terms terms, CarriedFields carried)
            implements Command {}

    /** A person at the router wants an order canceled. */
    record CancelByOperator(OrderId orderId, String operator) implements Command {}

    /** A staged order or replace was stopped at the last moment; not one byte of it left. */
    record StopUnsent(VenueClOrdId request, String why) implements Command {}

    /**
     * Someone wants a scope stopped: blocked, its open orders canceled, or both.
     *
     * @param reason printable ASCII: it reaches OMSs in Text(58)
     */
    record Kill(KillId killId, KillScope scope, KillMode mode, String reason, String by)
            implements Command {

        public Kill {
            Texts.requirePrintable("The reason", reason, MAX_REASON_LENGTH);
            Texts.requirePrintable("The name of who kills", by, Texts.MAX_ID_LENGTH);
        }

        /** Named wherever something is refused because of it. */
        public String text() {
            return "kill " + killId + ": " + reason;
        }
    }

    /** Someone wants the block of exactly this scope lifted. */
    record Rearm(KillScope scope, String reason, String by) implements Command {

        public Rearm {
            Texts.requirePrintable("The reason", reason, MAX_REASON_LENGTH);
            Texts.requirePrintable("The name of who re-arms", by, Texts.MAX_ID_LENGTH);
        }
    }

    /** Characters that a reason may have. */
    int MAX_REASON_LENGTH = 200;
}
