package io.sluice.risk;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.Symbol;

/** A part of the business that limits are set for and counted by. */
public record Scope(Kind kind, String name) {

    public static final Scope FIRM = new Scope(Kind.FIRM, "");

    /** What the name of a scope names. */
    public enum Kind {
        FIRM,
        OMS,
        ACCOUNT,
        SYMBOL
    }

    public static Scope of(OmsId oms) {
        return new Scope(Kind.OMS, oms.value());
    }

    public static Scope of(Account account) {
        return new Scope(Kind.ACCOUNT, account.value());
    }

    public static Scope of(Symbol symbol) {
        return new Scope(Kind.SYMBOL, symbol.value());
    }

    /** As people write it: {@code firm}, {@code account:ACC1}. */
    @Override
    public String toString() {
        return switch (kind) {
            case FIRM -> "firm";
            case OMS -> "oms:" + name;
            case ACCOUNT -> "account:" + name;
            case SYMBOL -> "symbol:" + name;
        };
    }
}
