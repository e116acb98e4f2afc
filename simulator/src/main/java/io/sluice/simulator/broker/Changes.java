package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Report.CancelRejected;
import io.sluice.simulator.broker.Request.CancelOrder;
import io.sluice.simulator.broker.Request.ReplaceOrder;

import java.util.Optional;

/** How the broker answers cancels and replaces. Single-threaded. */
final class Changes {

    private static final int TOO_LATE = 0;
    private static final int UNKNOWN_ORDER = 1;
    private static final int BROKER_OPTION = 2;
    private static final int DUPLICATE = 6;
    private static final int OTHER = 99;

    private final Floor floor;
    private final Tape tape;
    private final Trading trading;

    Changes(Floor floor, Tape tape, Trading trading) {
        this.floor = floor;
        this.tape = tape;
        this.trading = trading;
    }

    /** A cancel or replace, as far as both are the same; the code is CxlRejResponseTo(434). */
    private record Change(
            char code,
            String clOrdId,
            String origClOrdId,
            String symbol,
            char side,
            boolean mayBeRepeat) {}

    private record Refusal(int cxlRejReason, String text) {}

    void answer(CancelOrder request) {
        Change cancel =
                new Change(
                        '1',
                        request.clOrdId(),
                        request.origClOrdId(),
                        request.symbol(),
                        request.side(),
                        request.mayBeRepeat());

        changeable(cancel).ifPresent(order -> cancel(cancel, order));
    }

    void answer(ReplaceOrder request) {
        Change replace =
                new Change(
                        '2',
                        request.clOrdId(),
                        request.origClOrdId(),
                        request.symbol(),
                        request.terms().side(),
                        request.mayBeRepeat());

        changeable(replace).ifPresent(order -> replace(replace, order, request.terms()));
    }

    private void cancel(Change cancel, Order order) {
        if (Handle.LATEFILL.rules(order.terms().symbol())) {
            Order filled = tape.traded(order, order.leavesQty(), Handle.price(order));
            refuse(cancel, filled, new Refusal(TOO_LATE, "The order was filled"));
        } else {
            tape.canceled(order, cancel.clOrdId());
        }
    }

    private void replace(Change replace, Order order, Terms terms) {
        Optional<Objection> objection = Objection.to(terms);
        if (objection.isPresent()) {
            refuse(replace, order, new Refusal(OTHER, objection.get().text()));
            return;
        }
        Order replaced = tape.replaced(order, replace.clOrdId(), terms);
        if (replaced.isWorking() && Handle.of(terms.symbol()).isEmpty()) {
            trading.execute(replaced);
        } else {
            trading.endIfImmediate(replaced);
        }
    }

    /** The order that may be changed; when there is none, the customer has been told why. */
    private Optional<Order> changeable(Change change) {
        Optional<Order> found = floor.orders().byClOrdId(change.origClOrdId());

        if (Handle.SILENT.rules(change.symbol())) {
            return Optional.empty();
        }
        if (found.isEmpty()) {
            refuseUnknown(change);
            return Optional.empty();
        }
        Order order = found.get();
        if (change.mayBeRepeat() && floor.orders().byClOrdId(change.clOrdId()).isPresent()) {
            tape.status(order);
            return Optional.empty();
        }
        Optional<Refusal> refusal = refusal(change, order);
        refusal.ifPresent(why -> refuse(change, order, why));
        return refusal.isEmpty() ? found : Optional.empty();
    }

    private Optional<Refusal> refusal(Change change, Order order) {
        if (floor.orders().byClOrdId(change.clOrdId()).isPresent()) {
            return no(DUPLICATE, "ClOrdID(11) has been used before: " + change.clOrdId());
        }
        if (floor.orders().isSuperseded(change.origClOrdId())) {
            return no(OTHER, "OrigClOrdID(41) has been replaced: " + change.origClOrdId());
        }
        if (!change.symbol().equals(order.terms().symbol())) {
            return no(BROKER_OPTION, "Symbol(55) is not the order's: " + change.symbol());
        }
        if (change.side() != order.terms().side()) {
            return no(BROKER_OPTION, "Side(54) is not the order's: " + change.side());
        }
        if (!order.isWorking()) {
            return no(TOO_LATE, "The order has ended, with OrdStatus(39) " + order.status().code());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> no(int cxlRejReason, String text) {
        return Optional.of(new Refusal(cxlRejReason, text));
    }

    private void refuse(Change change, Order order, Refusal refusal) {
        tape.cancelRejected(
                new CancelRejected(
                        order.orderId(),
                        change.clOrdId(),
                        order.clOrdId(),
                        order.status(),
                        change.code(),
                        refusal.cxlRejReason(),
                        refusal.text()));
    }

    private void refuseUnknown(Change change) {
        tape.cancelRejected(
                new CancelRejected(
                        Order.NO_ORDER_ID,
                        change.clOrdId(),
                        change.origClOrdId(),
                        OrdStatus.REJECTED,
                        change.code(),
                        UNKNOWN_ORDER,
                        "Unknown order"));
    }
}
