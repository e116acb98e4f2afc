package io.sluice.risk;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.Symbol;

import java.util.Map;
import java.util.Set;

/** All limits by scope; of several that apply to an order the strictest wins. */
public record Limits(
        LimitSet firm,
        Map<OmsId, LimitSet> oms,
        Map<Account, LimitSet> account,
        Map<Symbol, LimitSet> symbol,
        Set<Symbol> restricted) {}
