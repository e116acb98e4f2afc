package io.sluice.core;

import io.sluice.order.CarriedFields;
import io.sluice.order.CheckResult;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.InvalidOrder;
import io.sluice.order.Command.NewOrder;
import io.sluice.order.Denial;
import io.sluice.order.Event.DuplicateRefused;
import io.sluice.order.Event.InvalidOrderRefused;
import io.sluice.order.Instrument;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.OrderDenied;
import io.sluice.order.OrderEvent.OrderReceived;
import io.sluice.order.OrderEvent.OrderRouted;
import io.sluice.order.OrderId;
import io.sluice.risk.Candidate;
import io.sluice.risk.Gate;
import io.sluice.risk.Verdict;
import io.sluice.routing.Route;

import java.util.List;
import java.util.Optional;

/** Decides on new orders: through the gate to a venue, or denied. */
final class Placing {

    private final Policy policy;
    private final Memory memory;
    private final Gate gate;

    Placing(Policy policy, Gate gate, Memory memory) {
        this.policy = policy;
        this.memory = memory;
        this.gate = gate;
    }

    void place(NewOrder order, Decision decision) {
        if (isDuplicate(order.oms(), order.clOrdId(), order.carried(), decision)) {
            return;
        }
        OrderId id = decision.newOrderId();
        decision.add(
                new OrderReceived(
                        id, order.oms(), order.clOrdId(), order.terms(), order.carried()));

        Route route = policy.routes().route(order.oms(), order.terms(), memory::isUp);
        Optional<Denial> blocked = blocked(order, route);
        if (blocked.isPresent()) {
            deny(id, blocked.get(), List.of(), decision);
            return;
        }
        if (decision.noNewOrders().isPresent()) {
            deny(id, decision.noNewOrders().get(), List.of(), decision);
            return;
        }
        Verdict verdict = gate.check(candidate(order, decision), memory);
        if (verdict.denial().isPresent()) {
            deny(id, verdict.denial().get(), verdict.checks(), decision);
            return;
        }
        switch (route) {
            case Route.Nowhere it -> deny(id, it.denial(), verdict.checks(), decision);
            case Route.To it ->
                    decision.add(
                            new OrderRouted(
                                    id,
                                    it.venue(),
                                    decision.newVenueClOrdId(),
                                    it.rule(),
                                    verdict.checks()));
        }
    }

    /** An order whose venue is killed falls back to no other: the rule has chosen. */
    private Optional<Denial> blocked(NewOrder order, Route route) {
        return switch (route) {
            case Route.To it -> memory.kills.denial(order.oms(), order.terms(), it.venue());
            case Route.Nowhere _ -> memory.kills.denial(order.oms(), order.terms());
        };
    }

    private Candidate candidate(NewOrder order, Decision decision) {
        Instrument instrument = policy.instruments().get(order.terms().symbol());
        return Candidate.newOrder(
                order.oms(), order.terms(), Optional.ofNullable(instrument), decision.at());
    }

    /** Cannot become an order; its id is used all the same. */
    void refuse(InvalidOrder order, Decision decision) {
        if (!isDuplicate(order.oms(), order.clOrdId(), order.carried(), decision)) {
            decision.add(
                    new InvalidOrderRefused(
                            order.oms(),
                            order.clOrdId(),
                            decision.newOrderId(),
                            decision.newExecId(),
                            order.denial(),
                            order.carried()));
        }
    }

    private boolean isDuplicate(
            OmsId oms, ClOrdId clOrdId, CarriedFields carried, Decision decision) {
        if (!memory.book.isUsed(oms, clOrdId)) {
            return false;
        }
        decision.add(
                new DuplicateRefused(
                        oms,
                        clOrdId,
                        decision.newExecId(),
                        memory.book.find(oms, clOrdId).map(Order::id),
                        carried));
        return true;
    }

    private static void deny(
            OrderId id, Denial denial, List<CheckResult> checks, Decision decision) {
        decision.add(new OrderDenied(id, decision.newExecId(), denial, checks));
    }
}
