package io.sluice.app.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one side knows of one order. Single-threaded. */
final class OrderRecord {

    /** OrdStatus(39) of reports that say nothing lasting: pending cancel, new and replace. */
    private static final Set<String> PASSING = Set.of("6", "A", "E");

    private final String name;
    private final Ticket ticket;
    private final List<Fill> fills = new ArrayList<>();
    private String ordStatus = "";
    private BigDecimal toldCumQty = BigDecimal.ZERO;
    private boolean answered;

    /**
     * @param name how this side calls the order
     */
    OrderRecord(String name, Ticket ticket) {
        this.name = name;
        this.ticket = ticket;
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

    Ticket ticket() {
        return ticket;
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
}
