package io.sluice.routing;

import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.OmsId;
import io.sluice.order.Terms;
import io.sluice.order.VenueId;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The routing rules in their order: the first that matches decides, up or not. */
public record RoutingTable(List<RoutingRule> rules) {

    public RoutingTable {
        rules = List.copyOf(rules);
    }

    /** The first venue of the first matching rule that is up. */
    public Route route(OmsId oms, Terms terms, Predicate<VenueId> isUp) {
        Optional<RoutingRule> rule =
                rules.stream().filter(it -> it.matches(oms, terms)).findFirst();
        if (rule.isEmpty()) {
            return new Route.Nowhere(Denial.of(DenialCode.NO_ROUTE, noRuleFor(oms, terms)));
        }
        return rule.get().venues().stream()
                .filter(isUp)
                .findFirst()
                .<Route>map(venue -> new Route.To(venue, rule.get().name()))
                .orElseGet(() -> noneUp(rule.get()));
    }

    private static Route noneUp(RoutingRule rule) {
        return new Route.Nowhere(
                Denial.of(
                        DenialCode.NO_VENUE_UP,
                        "Rule "
                                + rule.name()
                                + " names "
                                + rule.venues()
                                + ", none of them is up"));
    }

    private String noRuleFor(OmsId oms, Terms terms) {
        return "None of the rules %s matches oms=%s account=%s symbol=%s exDestination=%s orderType=%s"
                .formatted(
                        rules.stream().map(RoutingRule::name).toList(),
                        oms,
                        terms.account(),
                        terms.symbol(),
                        terms.exDestination().orElse("none"),
                        terms.orderType());
    }
}
