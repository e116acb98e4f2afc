package io.sluice.port;

import io.sluice.order.Account;
import io.sluice.order.Symbol;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the accounts hold, by the trades the router has booked. Safe for any thread. */
public interface Positions {

    /** As it is at one moment between two inputs. Fails when too much else waits. */
    CompletableFuture<List<Position>> positions();

    /**
     * What one account holds of one symbol.
     *
     * @param qty negative when short
     */
    record Position(Account account, Symbol symbol, BigDecimal qty) {}
}
