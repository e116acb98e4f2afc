package io.sluice.core;

import io.sluice.order.Account;
import io.sluice.order.Instrument;
import io.sluice.order.Symbol;
import io.sluice.risk.Limits;
import io.sluice.routing.RoutingTable;

import java.util.Map;
import java.util.Set;

/**
 * The rules the router decides by, as they were configured.
 *
 * @param accounts those that may trade
 * @param silentAfter how long a venue may leave a request unanswered before it is asked
 * @param daysKept for how many trading days after its end an order is remembered
 * @param keepsArchive whether orders that are remembered no more can be looked up
 */
public record Policy(
        Map<Symbol, Instrument> instruments,
        Set<Account> accounts,
        Limits limits,
        RoutingTable routes,
        TradingDay tradingDay,
        Patience silentAfter,
        int daysKept,
        boolean keepsArchive) {

    /** The rules of a router that nobody can look orders up for. */
    public Policy(
            Map<Symbol, Instrument> instruments,
            Set<Account> accounts,
            Limits limits,
            RoutingTable routes,
            TradingDay tradingDay,
            Patience silentAfter,
            int daysKept) {
        this(instruments, accounts, limits, routes, tradingDay, silentAfter, daysKept, false);
    }

    /** The same for a router with an archive. */
    public Policy withArchive() {
        return new Policy(
                instruments, accounts, limits, routes, tradingDay, silentAfter, daysKept, true);
    }

    public Policy {
        instruments = Map.copyOf(instruments);
        accounts = Set.copyOf(accounts);
        if (daysKept < 0) {
            throw new IllegalArgumentException("daysKept was " + daysKept);
        }
    }
}
