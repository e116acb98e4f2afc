package io.sluice.core;

import static io.sluice.order.DenialCode.DUPLICATE_CL_ORD_ID;
import static io.sluice.order.DenialCode.NOT_LATEST;
import static io.sluice.order.DenialCode.TERMS_CHANGED;
import static io.sluice.order.DenialCode.TOO_LATE;
import static io.sluice.order.DenialCode.UNKNOWN_ORDER;
import static io.sluice.order.DenialCode.VENUE_DOWN;

import io.sluice.order.CarriedFields;
import io.sluice.order.CheckResult;
import io.sluice.order.ClOrdId;
import io.sluice.order.Command.CancelByOperator;
import io.sluice.order.Command.CancelOrder;
import io.sluice.order.Command.InvalidRequest;
import io.sluice.order.Command.ReplaceOrder;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.Event.OperatorRefused;
import io.sluice.order.Event.RequestRefused;
import io.sluice.order.Link;
import io.sluice.order.OmsId;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent.CancelRequested;
import io.sluice.order.OrderEvent.ReplaceRequested;
import io.sluice.order.Qty;
import io.sluice.order.Terms;
import io.sluice.risk.Candidate;
import io.sluice.risk.Gate;
import io.sluice.risk.Verdict;

import java.util.List;
import java.util.Optional;

/** Decides on cancels, which risk never refuses, and on replaces, which pass the gate. */
final class Changing {

    private final Policy policy;
    private final Memory memory;
    private final Gate gate;

    /** A cancel or a replace, as far as both are checked alike. */
    private record Request(Link.Kind kind, OmsId oms, ClOrdId clOrdId, ClOrdId origClOrdId) {}

    Changing(Policy policy, Gate gate, Memory memory) {
        this.policy = policy;
        this.memory = memory;
        this.gate = gate;
    }

    void cancel(CancelOrder it, Decision decision) {
        Request request = new Request(Link.Kind.CANCEL, it.oms(), it.clOrdId(), it.origClOrdId());
        Optional<Order> order = memory.book.find(it.oms(), it.origClOrdId());
        Optional<Denial> denial = denial(request, order);
        if (denial.isPresent()) {
            decision.add(refused(request, order, denial.get(), List.of()));
            return;
        }
        decision.add(
                new CancelRequested(
                        order.orElseThrow().id(),
                        Optional.of(it.clOrdId()),
                        decision.newVenueClOrdId(),
                        it.carried(),
                        Optional.empty(),
                        !isVenueUp(order.orElseThrow())));
    }

    void cancel(CancelByOperator it, Decision decision) {
        Optional<Order> order = memory.book.find(it.orderId());
        if (order.isEmpty() || order.get().isFinal()) {
            Denial denial =
                    order.map(Changing::tooLate)
                            .orElseGet(
                                    () ->
                                            Denial.of(
                                                    UNKNOWN_ORDER,
                                                    "No order has the id " + it.orderId()));
            decision.add(new OperatorRefused(it.orderId(), it.operator(), denial));
            return;
        }
        decision.add(
                new CancelRequested(
                        it.orderId(),
                        Optional.empty(),
                        decision.newVenueClOrdId(),
                        CarriedFields.NONE,
                        Optional.of(it.operator()),
                        !isVenueUp(order.get())));
    }

    void replace(ReplaceOrder it, Decision decision) {
        Request request = new Request(Link.Kind.REPLACE, it.oms(), it.clOrdId(), it.origClOrdId());
        Optional<Order> order = memory.book.find(it.oms(), it.origClOrdId());
        Optional<Denial> denial =
                denial(request, order)
                        .or(() -> blocked(order.orElseThrow()))
                        .or(() -> denial(order.orElseThrow(), it.terms()))
                        .or(decision::noNewOrders);
        if (denial.isPresent()) {
            decision.add(refused(request, order, denial.get(), List.of()));
            return;
        }
        Verdict verdict = gate.check(candidate(order.orElseThrow(), it, decision), memory);
        if (verdict.denial().isPresent()) {
            decision.add(refused(request, order, verdict.denial().get(), verdict.checks()));
            return;
        }
        decision.add(
                new ReplaceRequested(
                        order.orElseThrow().id(),
                        it.clOrdId(),
                        decision.newVenueClOrdId(),
                        it.terms(),
                        it.carried(),
                        verdict.checks()));
    }

    /** Could not be read; refused for the reason the adapter found, whatever order it names. */
    void refuse(InvalidRequest it, Decision decision) {
        Request request = new Request(it.kind(), it.oms(), it.clOrdId(), it.origClOrdId());
        Optional<Order> order = memory.book.find(it.oms(), it.origClOrdId());
        decision.add(refused(request, order, it.denial(), List.of()));
    }

    private Optional<Denial> denial(Request request, Optional<Order> order) {
        if (order.isEmpty()) {
            return no(UNKNOWN_ORDER, "OrigClOrdID(41) was " + request.origClOrdId());
        }
        if (memory.book.isUsed(request.oms(), request.clOrdId())) {
            return no(DUPLICATE_CL_ORD_ID, "ClOrdID(11) was " + request.clOrdId());
        }
        if (order.get().isFinal()) {
            return Optional.of(tooLate(order.get()));
        }
        if (!order.get().mayBeCalled(request.origClOrdId())) {
            return no(
                    NOT_LATEST,
                    "OrigClOrdID(41) was %s, the last accepted id is %s"
                            .formatted(request.origClOrdId(), order.get().clOrdId()));
        }
        return Optional.empty();
    }

    private Optional<Denial> blocked(Order order) {
        return order.venue()
                .map(venue -> memory.kills.denial(order.oms(), order.terms(), venue))
                .orElseGet(() -> memory.kills.denial(order.oms(), order.terms()));
    }

    private Optional<Denial> denial(Order order, Terms wanted) {
        Terms terms = order.terms();
        if (!wanted.symbol().equals(terms.symbol())
                || wanted.side() != terms.side()
                || !wanted.account().equals(terms.account())) {
            return no(
                    TERMS_CHANGED,
                    "The order is %s %s for %s, the replace %s %s for %s"
                            .formatted(
                                    terms.side(),
                                    terms.symbol(),
                                    terms.account(),
                                    wanted.side(),
                                    wanted.symbol(),
                                    wanted.account()));
        }
        if (!isVenueUp(order)) {
            return no(VENUE_DOWN, "Venue " + order.venue().orElseThrow() + " is down");
        }
        return Optional.empty();
    }

    /** Until the venue accepts, the larger of the old and the new quantity counts. */
    private Candidate candidate(Order order, ReplaceOrder it, Decision decision) {
        Qty open = it.terms().qty().minus(order.countedQty());
        return Candidate.replace(
                it.oms(),
                it.terms(),
                Optional.ofNullable(policy.instruments().get(it.terms().symbol())),
                open.minus(order.worstLeavesQty()),
                decision.at());
    }

    private boolean isVenueUp(Order order) {
        return order.venue().map(memory::isUp).orElse(false);
    }

    private static Denial tooLate(Order order) {
        return Denial.of(TOO_LATE, "The order is " + order.state());
    }

    private static Optional<Denial> no(DenialCode code, String detail) {
        return Optional.of(Denial.of(code, detail));
    }

    private static RequestRefused refused(
            Request it, Optional<Order> order, Denial denial, List<CheckResult> checks) {
        return new RequestRefused(
                it.oms(),
                it.kind(),
                it.clOrdId(),
                it.origClOrdId(),
                order.map(Order::id),
                denial,
                checks);
    }
}
