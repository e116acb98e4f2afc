package io.sluice.simulator.broker;

import io.sluice.simulator.broker.Report.CancelRejected;
import io.sluice.simulator.broker.Report.Execution;
import io.sluice.simulator.broker.Request.StatusQuery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where reports are written: each is numbered, applied to the floor, and kept until it is taken.
 * Single-threaded.
 */
final class Tape {

    /** ExecID(17) of an answer to a status request: it reports no event. */
    private static final String NO_EVENT = "0";

    private static final int UNKNOWN_ORDER = 5;

    private final Numbering numbering;
    private final Floor floor;
    private List<Report> written = new ArrayList<>();

    Tape(Numbering numbering, Floor floor) {
        this.numbering = numbering;
        this.floor = floor;
    }

    /** The reports since the last time, in order. */
    List<Report> take() {
        List<Report> taken = List.copyOf(written);
        written = new ArrayList<>();
        return taken;
    }

    Order accepted(String clOrdId, Terms terms) {
        Order order = Order.accepted(numbering.nextOrderId(), clOrdId, terms);
        return happened(ExecType.NEW, order);
    }

    void rejected(String clOrdId, Terms terms, Objection objection) {
        Order order =
                Order.accepted(numbering.nextOrderId(), clOrdId, terms).ended(OrdStatus.REJECTED);
        write(rejection(clOrdId, order, objection));
    }

    /** Rejects a second order under a known id, with the state of the first. */
    void rejectedDuplicate(String clOrdId, Order living, Objection objection) {
        write(rejection(clOrdId, living, objection));
    }

    Order traded(Order order, BigDecimal lastQty, BigDecimal lastPx) {
        Order after = order.traded(lastQty, lastPx);
        write(
                new Execution(
                        numbering.nextExecId(),
                        order.clOrdId(),
                        "",
                        ExecType.TRADE,
                        after,
                        lastQty,
                        lastPx,
                        OptionalInt.empty(),
                        "",
                        "",
                        false));
        return after;
    }

    Order replaced(Order order, String clOrdId, Terms terms) {
        Order after = order.replaced(clOrdId, terms);
        write(change(ExecType.REPLACED, clOrdId, order.clOrdId(), after));
        return after;
    }

    void canceled(Order order, String clOrdId) {
        Order after = order.ended(OrdStatus.CANCELED);
        write(change(ExecType.CANCELED, clOrdId, order.clOrdId(), after));
    }

    /** Takes the rest of an order out that nobody asked to cancel. */
    void restCanceled(Order order) {
        happened(ExecType.CANCELED, order.ended(OrdStatus.CANCELED));
    }

    void cancelRejected(CancelRejected reject) {
        write(reject);
    }

    void status(StatusQuery query, Order order) {
        String clOrdId =
                floor.orders().isAccepted(query.clOrdId()) ? query.clOrdId() : order.clOrdId();
        write(status(clOrdId, order, OptionalInt.empty(), query.ordStatusReqId()));
    }

    /** Answers what may be a repeat of a request that was answered long ago. */
    void status(Order order) {
        write(status(order.clOrdId(), order, OptionalInt.empty(), ""));
    }

    void statusOfUnknown(StatusQuery query) {
        Order unknown = Order.unknown(query);
        write(
                status(
                        query.clOrdId(),
                        unknown,
                        OptionalInt.of(UNKNOWN_ORDER),
                        query.ordStatusReqId()));
    }

    private static Execution status(
            String clOrdId, Order order, OptionalInt ordRejReason, String ordStatusReqId) {
        return new Execution(
                NO_EVENT,
                clOrdId,
                "",
                ExecType.ORDER_STATUS,
                order,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ordRejReason,
                ordRejReason.isPresent() ? "Unknown order" : "",
                ordStatusReqId,
                false);
    }

    private Order happened(ExecType execType, Order after) {
        write(change(execType, after.clOrdId(), "", after));
        return after;
    }

    private Execution change(ExecType execType, String clOrdId, String origClOrdId, Order after) {
        return new Execution(
                numbering.nextExecId(),
                clOrdId,
                origClOrdId,
                execType,
                after,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                OptionalInt.empty(),
                "",
                "",
                false);
    }

    private Execution rejection(String clOrdId, Order order, Objection objection) {
        return new Execution(
                numbering.nextExecId(),
                clOrdId,
                "",
                ExecType.REJECTED,
                order,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                OptionalInt.of(objection.ordRejReason()),
                objection.text(),
                "",
                false);
    }

    private void write(Report report) {
        floor.apply(report);
        written.add(report);
        if (report instanceof Execution execution
                && execution.execType() != ExecType.ORDER_STATUS
                && Handle.DUP.rules(execution.order().terms().symbol())) {
            written.add(execution.repeated());
        }
    }
}
