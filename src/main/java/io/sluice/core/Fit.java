package io.sluice.core;

import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.Instrument;
import io.sluice.order.Link;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.OrderReplaced;
import io.sluice.order.OrderEvent.OrderReported;
import io.sluice.order.OrderState;
import io.sluice.order.OrderType;
import io.sluice.order.Price;
import io.sluice.order.Qty;
import io.sluice.order.Symbol;
import io.sluice.order.Terms;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the numbers of a venue's report fit what we booked. Says what does not; repairs none. */
final class Fit {

    /** How far a venue may round AvgPx(6) when the tick is not known. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Map<Symbol, Instrument> instruments;

    Fit(Map<Symbol, Instrument> instruments) {
        this.instruments = instruments;
    }

    /** What an event about to happen to an order does not fit, in words. */
    List<String> violations(Order before, OrderEvent event, Instant at) {
        List<String> found = new ArrayList<>(0);
        if (event instanceof OrderEvent.ByVenue report) {
            Execution execution = report.execution();
            contradictions(before, report, before.after(event, at), found);
            if (report instanceof OrderReported) {
                reported(execution, found);
            } else if (execution.execType() != ExecType.REJECTED) {
                quantities(before.after(event, at), execution, found);
            }
        }
        if (event instanceof OrderReplaced replaced) {
            agreement(before, replaced.execution(), found);
        }
        if (event instanceof OrderFilled filled) {
            trade(before, filled, found);
            average(before.after(event, at), filled.execution(), found);
        }
        return found;
    }

    /** What the venue says against that which we concluded without it. */
    private static void contradictions(
            Order before, OrderEvent.ByVenue report, Order after, List<String> found) {
        if (before.presumedEnded()) {
            found.add(
                    "The venue reports on an order that was taken as never sent"
                            + (after.isFinal() ? "" : "; it is open again"));
        } else if (before.isFinal() && !after.isFinal()) {
            found.add(
                    "The order is open again: by what we knew it was %s, the venue has %s left"
                            .formatted(before.state(), report.execution().leavesQty()));
        }
        boolean wasRefused =
                report instanceof OrderReplaced
                        && before.linkOf(report.execution().request())
                                .filter(link -> link.answer() == Link.Answer.REJECTED)
                                .isPresent();
        if (wasRefused) {
            found.add("The venue accepted a replace that was taken as refused");
        }
    }

    private static void reported(Execution execution, List<String> found) {
        switch (execution.execType()) {
            case TRADE_CORRECT, TRADE_CANCEL ->
                    found.add(
                            "The venue changed a trade after the fact (%s); it is relayed, the position stands as booked"
                                    .formatted(execution.execType()));
            case REPLACED -> found.add("The venue replaced what it was not asked to, or too late");
            case NEW,
                    DONE_FOR_DAY,
                    CANCELED,
                    PENDING_CANCEL,
                    STOPPED,
                    REJECTED,
                    SUSPENDED,
                    PENDING_NEW,
                    CALCULATED,
                    EXPIRED,
                    RESTATED,
                    PENDING_REPLACE,
                    TRADE,
                    ORDER_STATUS -> {}
        }
    }

    private static void quantities(Order after, Execution execution, List<String> found) {
        if (execution.cumQty().compareTo(after.countedQty()) != 0) {
            found.add(
                    "CumQty(14) was %s, we booked %s"
                            .formatted(execution.cumQty(), after.countedQty()));
        }
        if (execution.execType() != ExecType.DONE_FOR_DAY && !leavesFit(after, execution)) {
            found.add(
                    "LeavesQty(151) was %s, by what we booked %s is left"
                            .formatted(execution.leavesQty(), after.leavesQty()));
        }
    }

    /** What the venue accepted a replace for, against what it was asked for. */
    private static void agreement(Order before, Execution execution, List<String> found) {
        Qty asked =
                before.linkOf(execution.request())
                        .orElseThrow()
                        .terms()
                        .qty()
                        .max(before.countedQty());
        Qty held = execution.cumQty().plus(execution.leavesQty());
        if (execution.ordStatus().isLive()
                && !execution.leavesQty().isZero()
                && held.compareTo(asked) != 0) {
            found.add("The replace asked for %s, the venue holds it for %s".formatted(asked, held));
        }
    }

    /** While a replace is pending the venue may already speak of the new quantity. */
    private static boolean leavesFit(Order after, Execution execution) {
        Qty leaves = execution.leavesQty();
        return leaves.compareTo(after.leavesQty()) == 0
                || after.unanswered().stream()
                        .filter(link -> link.kind() == Link.Kind.REPLACE)
                        .map(link -> link.terms().qty().minus(after.countedQty()))
                        .anyMatch(it -> it.compareTo(leaves) == 0);
    }

    private static void trade(Order before, OrderFilled filled, List<String> found) {
        Qty lastQty = filled.trade().lastQty();
        Price lastPx = filled.trade().lastPx();
        if (Booked.usable(filled.execution().venueExecId()).isEmpty()) {
            found.add("The trade has no ExecID(17); a repeat of it is known by its numbers alone");
        }
        if (lastQty.isZero()) {
            found.add("LastQty(32) was 0");
        }
        Qty traded = before.countedQty().plus(lastQty);
        if (traded.exceeds(before.worstQty())) {
            found.add("%s traded of an order for %s".formatted(traded, before.worstQty()));
        }
        Order after = before.after(filled, before.lastReportAt());
        if (after.state() == OrderState.FILLED
                && before.terms().qty().exceeds(after.countedQty())) {
            found.add(
                    "The venue says FILLED at %s of %s; the rest is given up"
                            .formatted(after.countedQty(), before.terms().qty()));
        }
        if (before.links().stream().allMatch(link -> isBeyond(lastPx, link.terms()))) {
            found.add("LastPx(31) was %s, beyond the limit".formatted(lastPx));
        }
    }

    private static boolean isBeyond(Price lastPx, Terms terms) {
        Optional<Price> limit =
                terms.orderType() == OrderType.LIMIT ? terms.price() : Optional.empty();
        int above = limit.map(lastPx::compareTo).orElse(0);
        return terms.side().isBuy() ? above > 0 : above < 0;
    }

    private void average(Order after, Execution execution, List<String> found) {
        Instrument instrument = instruments.get(after.terms().symbol());
        BigDecimal rounding = instrument == null ? CENT : instrument.tick();
        BigDecimal off = execution.avgPx().value().subtract(after.avgPx().value()).abs();
        if (after.takenBack().isEmpty() && off.compareTo(rounding) > 0) {
            found.add(
                    "AvgPx(6) was %s, by what we booked it is %s"
                            .formatted(execution.avgPx(), after.avgPx()));
        }
    }
}
