package io.sluice.risk;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.Symbol;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All limits by scope; of several that apply to an order the strictest wins. */
public record Limits(
        LimitSet firm,
        Map<OmsId, LimitSet> oms,
        Map<Account, LimitSet> account,
        Map<Symbol, LimitSet> symbol,
        Set<Symbol> restricted) {

    public Limits {
        oms = Map.copyOf(oms);
        account = Map.copyOf(account);
        symbol = Map.copyOf(symbol);
        restricted = Set.copyOf(restricted);
    }

    /** What is set at a scope. */
    Optional<LimitSet> at(Scope scope) {
        return switch (scope.kind()) {
            case FIRM -> Optional.of(firm);
            case OMS -> Optional.ofNullable(oms.get(new OmsId(scope.name())));
            case ACCOUNT -> Optional.ofNullable(account.get(new Account(scope.name())));
            case SYMBOL -> Optional.ofNullable(symbol.get(new Symbol(scope.name())));
        };
    }
}
