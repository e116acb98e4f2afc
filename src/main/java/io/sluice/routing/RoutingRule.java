package io.sluice.routing;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.OrderType;
import io.sluice.order.Terms;
import io.sluice.order.VenueId;

import java.util.List;
import java.util.Optional;

/**
 * One line of the routing table: an order that meets every condition set here goes to the first
 * venue that is up.
 *
 * @param name how denials and events call the rule
 * @param symbolPattern a symbol, where {@code *} stands for any characters
 * @param venues the venue, then its fall-backs
 */
public record RoutingRule(
        String name,
        Optional<OmsId> oms,
        Optional<Account> account,
        Optional<String> symbolPattern,
        Optional<String> exDestination,
        Optional<OrderType> orderType,
        List<VenueId> venues) {

    public boolean matches(OmsId from, Terms terms) {
        return oms.map(from::equals).orElse(true)
                && account.map(terms.account()::equals).orElse(true)
                && orderType.map(type -> type == terms.orderType()).orElse(true)
                && exDestination.map(it -> terms.exDestination().equals(exDestination)).orElse(true)
                && symbolPattern.map(it -> Glob.matches(it, terms.symbol().value())).orElse(true);
    }
}
