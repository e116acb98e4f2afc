package io.sluice.order;

import java.util.Optional;

/**
 * What is to be traded on which conditions: the part of an order or a replace that the router
 * interprets.
 */
public record Terms(
        Account account,
        Symbol symbol,
        Side side,
        OrderType orderType,
        Qty qty,
        Optional<Price> price,
        TimeInForce timeInForce,
        Optional<String> exDestination) {

    Terms withQty(Qty other) {
        return new Terms(
                account, symbol, side, orderType, other, price, timeInForce, exDestination);
    }
}
