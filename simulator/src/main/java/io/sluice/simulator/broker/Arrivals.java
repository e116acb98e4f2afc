package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Request.NewOrder;
import io.sluice.simulator.broker.Request.StatusQuery;

import java.util.Optional;

/** How the broker answers new orders, and questions about orders. Single-threaded. */
final class Arrivals {

    private static final int BROKER_OPTION = 0;
    private static final int DUPLICATE_ORDER = 6;

    private final Floor floor;
    private final Tape tape;
    private final Trading trading;

    Arrivals(Floor floor, Tape tape, Trading trading) {
        this.floor = floor;
        this.tape = tape;
        this.trading = trading;
    }

    void answer(NewOrder request) {
        Optional<Order> known = floor.orders().byClOrdId(request.clOrdId());

        if (Handle.SILENT.rules(request.symbol())) {
            if (known.isEmpty()) {
                acceptInSilence(request);
            }
        } else if (known.isPresent()) {
            answerAgain(request, known.get());
        } else {
            answerFirst(request);
        }
    }

    void answer(StatusQuery query) {
        floor.orders()
                .byClOrdId(query.clOrdId())
                .ifPresentOrElse(
                        order -> tape.status(query, order), () -> tape.statusOfUnknown(query));
    }

    /** No report carries its OrderID(37), so the id must come out the same after a restart. */
    private void acceptInSilence(NewOrder request) {
        floor.put(
                Order.accepted("SILENT-" + request.clOrdId(), request.clOrdId(), request.terms()));
    }

    /** A known order that says it may be a repeat gets its status (FIX 4.4, F.1.b), others a no. */
    private void answerAgain(NewOrder request, Order known) {
        if (request.mayBeRepeat()) {
            tape.status(known);
        } else {
            Objection duplicate =
                    new Objection(
                            DUPLICATE_ORDER,
                            "ClOrdID(11) has been used before: " + request.clOrdId());
            tape.rejectedDuplicate(request.clOrdId(), known, duplicate);
        }
    }

    private void answerFirst(NewOrder request) {
        Optional<Objection> objection = objection(request);
        if (objection.isPresent()) {
            tape.rejected(request.clOrdId(), request.terms(), objection.get());
            return;
        }
        Order order = tape.accepted(request.clOrdId(), request.terms());
        Handle.of(request.symbol())
                .ifPresentOrElse(
                        handle -> trading.execute(order, handle), () -> trading.execute(order));
    }

    private static Optional<Objection> objection(NewOrder request) {
        return Handle.REJECT.rules(request.symbol())
                ? Optional.of(new Objection(BROKER_OPTION, "SIM.REJECT rejects every order"))
                : Objection.to(request.terms());
    }
}
