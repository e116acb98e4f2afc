package io.sluice.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.Fixtures;
import io.sluice.order.Account;
import io.sluice.order.Denial;
import io.sluice.order.DenialCode;
import io.sluice.order.OmsId;
import io.sluice.order.OrderType;
import io.sluice.order.Side;
import io.sluice.order.Terms;
import io.sluice.order.VenueId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class RoutingTableTest {

    private static final VenueId ALPHA = Fixtures.ALPHA;
    private static final VenueId DELTA = Fixtures.DELTA;
    private static final Terms TERMS = Fixtures.limit(Side.BUY, "100", "AAPL", "187.50");

    @Test
    void theFirstMatchingRuleDecides() {
        RoutingTable table =
                table(Fixtures.rule("a", "AA*", DELTA), Fixtures.rule("b", "*", ALPHA));

        assertThat(route(table, ALPHA, DELTA)).isEqualTo(new Route.To(DELTA, "a"));
    }

    @Test
    void aLaterRuleIsNoFallBack() {
        RoutingTable table =
                table(Fixtures.rule("a", "AA*", DELTA), Fixtures.rule("b", "*", ALPHA));

        assertThat(code(route(table, ALPHA))).isEqualTo(DenialCode.NO_VENUE_UP);
    }

    @Test
    void theFirstVenueThatIsUpIsTaken() {
        RoutingTable table = table(Fixtures.rule("a", "*", ALPHA, DELTA));

        assertThat(route(table, ALPHA, DELTA)).isEqualTo(new Route.To(ALPHA, "a"));
        assertThat(route(table, DELTA)).isEqualTo(new Route.To(DELTA, "a"));
    }

    @Test
    void withoutAMatchThereIsNoRoute() {
        assertThat(code(route(table(Fixtures.rule("a", "MS*", ALPHA)), ALPHA)))
                .isEqualTo(DenialCode.NO_ROUTE);
    }

    @Test
    void aRuleMatchesOnEveryConditionItSets() {
        assertThat(
                        rule(Optional.of("OMS44"), "ACC1", "XNAS", OrderType.LIMIT)
                                .matches(oms(), at("XNAS")))
                .isTrue();
        assertThat(
                        rule(Optional.of("OTHER"), "ACC1", "XNAS", OrderType.LIMIT)
                                .matches(oms(), at("XNAS")))
                .isFalse();
        assertThat(
                        rule(Optional.empty(), "ACC2", "XNAS", OrderType.LIMIT)
                                .matches(oms(), at("XNAS")))
                .isFalse();
        assertThat(
                        rule(Optional.empty(), "ACC1", "XNYS", OrderType.LIMIT)
                                .matches(oms(), at("XNAS")))
                .isFalse();
        assertThat(
                        rule(Optional.empty(), "ACC1", "XNAS", OrderType.MARKET)
                                .matches(oms(), at("XNAS")))
                .isFalse();
        assertThat(rule(Optional.empty(), "ACC1", "XNAS", OrderType.LIMIT).matches(oms(), TERMS))
                .isFalse();
    }

    @Test
    void aStarStandsForAnyCharacters() {
        assertThat(Glob.matches("SIM.*", "SIM.FILL")).isTrue();
        assertThat(Glob.matches("SIM.*", "SIM")).isFalse();
        assertThat(Glob.matches("*-USD", "BTC-USD")).isTrue();
        assertThat(Glob.matches("A*A", "A")).isFalse();
        assertThat(Glob.matches("A*B*C", "AxxBxxC")).isTrue();
        assertThat(Glob.matches("A*B*C", "AxxC")).isFalse();
        assertThat(Glob.matches("*", "")).isTrue();
        assertThat(Glob.matches("AAPL", "AAPLX")).isFalse();
    }

    private static RoutingRule rule(
            Optional<String> oms, String account, String exDestination, OrderType type) {
        return new RoutingRule(
                "rule",
                oms.map(OmsId::new),
                Optional.of(new Account(account)),
                Optional.empty(),
                Optional.of(exDestination),
                Optional.of(type),
                List.of(ALPHA));
    }

    private static OmsId oms() {
        return Fixtures.OMS;
    }

    private static Terms at(String exDestination) {
        return new Terms(
                TERMS.account(),
                TERMS.symbol(),
                TERMS.side(),
                TERMS.orderType(),
                TERMS.qty(),
                TERMS.price(),
                TERMS.timeInForce(),
                Optional.of(exDestination));
    }

    private static RoutingTable table(RoutingRule... rules) {
        return new RoutingTable(List.of(rules));
    }

    private static Route route(RoutingTable table, VenueId... up) {
        return table.route(Fixtures.OMS, TERMS, Set.of(up)::contains);
    }

    private static DenialCode code(Route route) {
        assertThat(route).isInstanceOf(Route.Nowhere.class);
        Denial denial = ((Route.Nowhere) route).denial();
        return denial.code();
    }
}
