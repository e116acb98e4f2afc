package io.sluice.app.demo;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;

/**
 * What an order asks for, as Account(1), Symbol(55), Side(54), OrderQty(38) and Price(44) said it.
 */
record Ticket(String account, String symbol, String side, BigDecimal qty, BigDecimal price) {

    static Ticket of(JsonNode line) {
        return new Ticket(
                Ledger.text(line, "account"),
                Ledger.text(line, "symbol"),
                Ledger.text(line, "side"),
                Ledger.decimal(line, "qty"),
                Ledger.decimal(line, "price"));
    }

    boolean isSameAs(Ticket other) {
        return account.equals(other.account)
                && symbol.equals(other.symbol)
                && side.equals(other.side)
                && qty.compareTo(other.qty) == 0
                && price.compareTo(other.price) == 0;
    }

    /** The same order after a replace. */
    Ticket replaced(BigDecimal newQty, BigDecimal newPrice) {
        return new Ticket(account, symbol, side, newQty, newPrice);
    }

    boolean isBuy() {
        return side.equals("1");
    }

    @Override
    public String toString() {
        return account
                + " side "
                + side
                + " "
                + qty.toPlainString()
                + " "
                + symbol
                + " at "
                + price.toPlainString();
    }
}
