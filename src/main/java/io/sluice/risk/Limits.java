package io.sluice.risk;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.Symbol;

import java.util.HashMap;
import java.util.Map;
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

    public Map<Scope, LimitSet> byScope() {
        Map<Scope, LimitSet> all = new HashMap<>();
        all.put(Scope.FIRM, firm);
        oms.forEach((id, set) -> all.put(Scope.of(id), set));
        account.forEach((id, set) -> all.put(Scope.of(id), set));
        symbol.forEach((id, set) -> all.put(Scope.of(id), set));
        return all;
    }
}
