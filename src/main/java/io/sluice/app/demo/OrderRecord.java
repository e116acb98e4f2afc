package io.sluice.app.demo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one side knows of one order. Single-threaded. */
final class OrderRecord {

    /** OrdStatus(39) of reports that say nothing lasting: pending cancel, new and replace. */
    private static final Set<String> PASSING = Set.of("6", "A", "E");

    /** As precise as the router computes its AvgPx(6). */
    private static final MathContext AVERAGE = new MathContext(18);

    private final String name;
    private final Ticket ticket;
    private final List<Fill> fills = new ArrayList<>();
    private Ticket lastTicket;
    private String ordStatus = "";
    private BigDecimal toldCumQty = BigDecimal.ZERO;
    private boolean answered;

    /**
     * @param name how this side calls the order
     */
    OrderRecord(String name, Ticket ticket) {
        this.name = name;
        this.ticket = ticket;
        this.lastTicket = ticket;
    }

    /**
     * The broker took a replace: this is what the order asks for now. A replace to less than has
     * traded makes the order what has traded (FIX 4.4 Vol 4, 35=G).
     */
    void replaced(BigDecimal qty, BigDecimal price) {
        lastTicket = ticket.replaced(qty.max(toldCumQty), price);
    }

    void reported(String status, BigDecimal cumQty) {
        answered = true;
        ordStatus = PASSING.contains(status) ? ordStatus : status;
        toldCumQty = toldCumQty.max(cumQty);
    }

    void answered() {
        answered = true;
    }

    void filled(Fill fill) {
        fills.add(fill);
    }

    String name() {
        return name;
    }

    /** What the order asked for when it was new. */
    Ticket ticket() {
        return ticket;
    }

    /** What the order asks for by the last replace that was accepted. */
    Ticket lastTicket() {
        return lastTicket;
    }

    List<Fill> fills() {
        return fills;
    }

    /** The last OrdStatus(39) that lasts; empty when none was reported. */
    String ordStatus() {
        return ordStatus;
    }

    boolean isAnswered() {
        return answered;
    }

    /** The highest CumQty(14) of any report. */
    BigDecimal toldCumQty() {
        return toldCumQty;
    }

    BigDecimal cumQty() {
        return fills.stream().map(Fill::qty).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By the fills; zero without any. */
    BigDecimal avgPx() {
        BigDecimal notional =
                fills.stream().map(Fill::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
        return fills.isEmpty() ? BigDecimal.ZERO : notional.divide(cumQty(), AVERAGE);
    }
}
