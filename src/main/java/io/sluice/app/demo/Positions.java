package io.sluice.app.demo;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each account holds of each symbol, by the fills that one side knows. Single-threaded. */
final class Positions {

    private final SortedMap<String, BigDecimal> held = new TreeMap<>();

    void add(Ticket ticket, BigDecimal cumQty) {
        BigDecimal signed = ticket.isBuy() ? cumQty : cumQty.negate();
        add(ticket.account(), ticket.symbol(), signed);
    }

    /**
     * @param qty negative when short
     */
    void add(String account, String symbol, BigDecimal qty) {
        held.merge(account + " " + symbol, qty, BigDecimal::add);
    }

    BigDecimal of(String name) {
        return held.getOrDefault(name, BigDecimal.ZERO);
    }

    /** Account and symbol of every position that any of them knows. */
    static SortedSet<String> names(Positions... all) {
        SortedSet<String> names = new TreeSet<>();
        for (Positions positions : all) {
            names.addAll(positions.held.keySet());
        }
        return names;
    }
}
