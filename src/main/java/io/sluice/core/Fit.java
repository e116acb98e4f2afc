package io.sluice.core;

import io.sluice.order.ExecType;
import io.sluice.order.Execution;
import io.sluice.order.Instrument;
import io.sluice.order.Link;
import io.sluice.order.Order;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderFilled;
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
            if (before.state() == OrderState.DENIED) {
                found.add("The venue reports on an order that was taken as never sent");
            }
            Execution execution = report.execution();
            if (report instanceof OrderReported) {
                reported(execution, found);
            } else if (execution.execType() != ExecType.REJECTED) {
                quantities(before.after(event, at), execution, found);
            }
        }
        if (event instanceof OrderFilled filled) {
            trade(before, filled, found);
            average(before.after(event, at), filled.execution(), found);
        }
        return found;
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
        if (execution.cumQty().compareTo(after.cumQty()) != 0) {
            found.add(
                    "CumQty(14) was %s, we booked %s"
                            .formatted(execution.cumQty(), after.cumQty()));
        }
        if (execution.execType() != ExecType.DONE_FOR_DAY && !leavesFit(after, execution)) {
            found.add(
                    "LeavesQty(151) was %s, by what we booked %s is left"
                            .formatted(execution.leavesQty(), after.leavesQty()));
        }
    }

    /** While a replace is pending the venue may already speak of the new quantity. */
    private static boolean leavesFit(Order after, Execution execution) {
        Qty leaves = execution.leavesQty();
        return leaves.compareTo(after.leavesQty()) == 0
                || after.unanswered().stream()
                        .filter(link -> link.kind() == Link.Kind.REPLACE)
                        .map(link -> link.terms().qty().minus(after.cumQty()))
                        .anyMatch(it -> it.compareTo(leaves) == 0);
    }

    private static void trade(Order before, OrderFilled filled, List<String> found) {
        Qty lastQty = filled.trade().lastQty();
        Price lastPx = filled.trade().lastPx();
        if (filled.execution().venueExecId().isEmpty()) {
            found.add("The trade has no ExecID(17); a repeat of it would count twice");
        }
        if (lastQty.isZero()) {
            found.add("LastQty(32) was 0");
        }
        Qty traded = before.cumQty().plus(lastQty);
        if (traded.exceeds(largest(before))) {
            found.add("%s traded of an order for %s".formatted(traded, largest(before)));
        }
        if (before.links().stream().allMatch(link -> isBeyond(lastPx, link.terms()))) {
            found.add("LastPx(31) was %s, beyond the limit".formatted(lastPx));
        }
    }

    private static Qty largest(Order order) {
        return order.links().stream()
                .filter(link -> link.kind() != Link.Kind.CANCEL)
                .filter(link -> link.isPending() || link.equals(order.lastAcceptedVersion()))
                .map(link -> link.terms().qty())
                .reduce(Qty.ZERO, Qty::max);
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
        if (off.compareTo(rounding) > 0) {
            found.add(
                    "AvgPx(6) was %s, by what we booked it is %s"
                            .formatted(execution.avgPx(), after.avgPx()));
        }
    }
}
