package io.sluice.app.config;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.OrderType;
import io.sluice.order.VenueId;
import io.sluice.routing.RoutingRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the routes of router.yaml. Used once, by one thread. */
final class RoutesReader {

    private static final Format<String> NAME =
            Format.matching("1 to 64 printable characters", "[ -~]*[!-~][ -~]*");

    private final References references;
    private final Known venues;
    private final Mistakes mistakes;
    private final List<RoutingRule> rules = new ArrayList<>();

    RoutesReader(References references, Set<VenueId> venues, Mistakes mistakes) {
        this.references = references;
        this.venues =
                new Known(
                        "venue",
                        Optional.of(
                                venues.stream().map(VenueId::value).collect(Collectors.toSet())));
        this.mistakes = mistakes;
    }

    List<RoutingRule> read(List<Section> routes) {
        for (Section route : routes) {
            RoutingRule rule = rule(route);
            route.end();
            checkName(route, rule);
            warnIfUnreachable(route, rule);
            rules.add(rule);
        }
        return List.copyOf(rules);
    }

    private RoutingRule rule(Section route) {
        Optional<Section.Placed<String>> symbol = route.wanted("symbol", Format.ID);
        symbol.filter(it -> !it.value().contains("*"))
                .ifPresent(it -> references.symbols().check(it, mistakes));
        return new RoutingRule(
                route.need("name", NAME),
                known(route, "oms", references.oms()).map(OmsId::new),
                known(route, "account", references.accounts()).map(Account::new),
                symbol.map(Section.Placed::value),
                route.want("exDestination", Format.ID),
                route.want("orderType", Format.word(OrderType.class)),
                venues(route));
    }

    private Optional<String> known(Section route, String key, Known known) {
        Optional<Section.Placed<String>> name = route.wanted(key, Format.ID);
        name.ifPresent(it -> known.check(it, mistakes));
        return name.map(Section.Placed::value);
    }

    private List<VenueId> venues(Section route) {
        List<Section.Placed<String>> named = new ArrayList<>();
        named.add(route.placed("venue", Format.ID));
        named.addAll(route.wantList("fallbacks", Format.ID));
        List<VenueId> read = new ArrayList<>();
        for (Section.Placed<String> name : named) {
            venues.check(name, mistakes);
            VenueId venue = new VenueId(name.value());
            if (read.contains(venue)) {
                mistakes.add(name.place(), name.path(), "names venue %s again".formatted(venue));
            }
            read.add(venue);
        }
        return List.copyOf(read);
    }

    private void checkName(Section route, RoutingRule rule) {
        if (rules.stream().anyMatch(it -> it.name().equals(rule.name()))) {
            mistakes.add(route.place(), route.path("name"), "stands twice: " + rule.name());
        }
    }

    private void warnIfUnreachable(Section route, RoutingRule rule) {
        rules.stream()
                .filter(it -> takesAllOf(it, rule))
                .findFirst()
                .ifPresent(
                        it ->
                                mistakes.warn(
                                        route.place(),
                                        route.path(),
                                        "rule %s is never reached: rule %s takes all of its orders"
                                                .formatted(rule.name(), it.name())));
    }

    private static boolean takesAllOf(RoutingRule earlier, RoutingRule later) {
        return covers(earlier.oms(), later.oms())
                && covers(earlier.account(), later.account())
                && covers(earlier.exDestination(), later.exDestination())
                && covers(earlier.orderType(), later.orderType())
                && covers(
                        earlier.symbolPattern().filter(it -> !it.matches("\\*+")),
                        later.symbolPattern());
    }

    private static boolean covers(Optional<?> earlier, Optional<?> later) {
        return earlier.isEmpty() || earlier.equals(later);
    }
}
