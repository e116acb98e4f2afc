package io.sluice.simulator.oms;

import java.math.BigDecimal;
import java.util.Optional;

/** Books an ExecutionReport on its order, whether or not it broke a rule. */
final class Booking {

    private Booking() {}

    static void book(Chain chain, Answer report) {
        if (chain.orderId().isEmpty()) {
            chain.orderId(report.text(FixTag.ORDER_ID));
        }
        String id = report.text(FixTag.CL_ORD_ID);
        switch (report.text(FixTag.EXEC_TYPE)) {
            case "0" -> enter(chain, chain.phase().isEnd() ? chain.phase() : Chain.Phase.WORKING);
            case "A" -> chain.markHeardOf();
            case "8" -> enter(chain, Chain.Phase.REJECTED);
            case "F" -> trade(chain, report);
            case "4" -> cancel(chain, id);
            case "C" -> enter(chain, Chain.Phase.EXPIRED);
            case "3" -> finishDay(chain);
            case "5" -> replace(chain, id);
            case "6", "E" -> chain.waiting(id).ifPresent(Pending::markReported);
            case "H" -> chain.executions().bust(report.text(FixTag.EXEC_REF_ID));
            case "G" -> {
                chain.executions().bust(report.text(FixTag.EXEC_REF_ID));
                addTrade(chain, report);
            }
            case "D" -> report.decimal(FixTag.ORDER_QTY).ifPresent(chain::restate);
            default -> {}
        }
    }

    private static void enter(Chain chain, Chain.Phase phase) {
        chain.enter(phase);
        chain.markHeardOf();
        chain.answered(chain.original().id());
    }

    /** A fill always counts; it also shows that the order was accepted. */
    private static void trade(Chain chain, Answer report) {
        addTrade(chain, report);
        enter(chain, chain.phase().isEnd() ? chain.phase() : Chain.Phase.WORKING);
    }

    private static void addTrade(Chain chain, Answer report) {
        Optional<BigDecimal> lastQty = report.decimal(FixTag.LAST_QTY);
        Optional<BigDecimal> lastPx = report.decimal(FixTag.LAST_PX);
        if (lastQty.isPresent() && lastPx.isPresent()) {
            chain.executions().trade(report.text(FixTag.EXEC_ID), lastQty.get(), lastPx.get());
        }
    }

    private static void cancel(Chain chain, String id) {
        enter(chain, Chain.Phase.CANCELED);
        if (chain.waiting(id).map(one -> one.request() instanceof Request.Cancel).orElse(false)) {
            chain.answered(id);
        }
    }

    /** A good-till order that is done for the day comes back the next day. */
    private static void finishDay(Chain chain) {
        if (!chain.accepted().terms().tif().equals(Terms.GOOD_TILL_CANCEL)) {
            enter(chain, Chain.Phase.DONE_FOR_DAY);
        }
    }

    private static void replace(Chain chain, String id) {
        if (chain.waiting(id).map(one -> one.request() instanceof Request.Replace).orElse(false)) {
            chain.accept(id);
            chain.answered(id);
            enter(chain, chain.phase().isEnd() ? chain.phase() : Chain.Phase.WORKING);
        }
    }
}
