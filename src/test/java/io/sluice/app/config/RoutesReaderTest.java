package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class RoutesReaderTest {

    private static final String FIRST = "  - {name: wanted-delta,";

    @TempDir private Path dir;
    private ConfigFiles files;

    @BeforeEach
    void copyTheStockConfiguration() {
        files = new ConfigFiles(dir);
    }

    private String place() {
        return "router.yaml:" + files.lineOf("router.yaml", "  - {name: x,");
    }

    private ConfigFiles addFirst(String route) {
        return files.replace("router.yaml", FIRST, "  - " + route + "\n" + FIRST);
    }

    @Test
    void everyConditionOfARuleIsRead() {
        addFirst(
                "{name: x, oms: OMS44, account: ACC2, symbol: AAPL, exDestination: Q,"
                        + " orderType: limit, venue: DELTA}");

        assertThat(files.mistakes()).isEmpty();
        assertThat(files.load().config().orElseThrow().router().routes().getFirst().toString())
                .contains("OMS44", "ACC2", "AAPL", "Q", "LIMIT", "DELTA");
    }

    @Test
    void aRuleNeedsVenuesThatExist() {
        addFirst("{name: x, venue: GAMMA, fallbacks: [DELTAA], symbol: AAPL}");

        assertThat(files.mistakes())
                .containsExactly(
                        place() + ":22: routes[1].venue: unknown venue: GAMMA",
                        place()
                                + ":41: routes[1].fallbacks[1]: unknown venue: DELTAA; did you mean"
                                + " DELTA?");
    }

    @Test
    void aVenueIsNamedOnceInARule() {
        addFirst("{name: x, venue: ALPHA, fallbacks: [ALPHA], symbol: AAPL}");

        assertThat(files.mistakes())
                .containsExactly(place() + ":41: routes[1].fallbacks[1]: names venue ALPHA again");
    }

    @Test
    void whatARuleNamesMustBeKnown() {
        addFirst("{name: x, oms: OMS45, account: ACC3, symbol: APPL, venue: ALPHA}");

        assertThat(files.mistakes())
                .containsExactly(
                        place()
                                + ":20: routes[1].oms: unknown OMS session: OMS45; did you mean"
                                + " OMS44?",
                        place()
                                + ":36: routes[1].account: unknown account: ACC3; did you mean"
                                + " ACC1?",
                        place()
                                + ":50: routes[1].symbol: unknown symbol: APPL; did you mean"
                                + " AAPL?");
    }

    @Test
    void aRuleNeedsANameOfItsOwnAndAVenue() {
        addFirst("{name: equities, symbol: AAPL}");

        int line = files.lineOf("router.yaml", "symbol: AAPL");
        assertThat(files.mistakes())
                .containsExactly(
                        "router.yaml:%d:5: routes[1].venue: is missing".formatted(line),
                        "router.yaml:%d:5: routes[4].name: stands twice: equities"
                                .formatted(line + 3));
    }

    @Test
    void aRuleBehindACatchAllIsWarnedAbout() {
        addFirst("{name: x, venue: ALPHA}");

        assertThat(files.mistakes()).isEmpty();
        assertThat(files.warnings())
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo(
                        "router.yaml:%d:5: routes[2]: rule wanted-delta is never reached: rule x"
                                        .formatted(files.lineOf("router.yaml", FIRST))
                                + " takes all of its orders");
    }

    @Test
    void aRuleBehindANarrowerOneIsReached() {
        addFirst("{name: x, symbol: SIM.*, orderType: market, venue: ALPHA}");

        assertThat(files.warnings()).isEmpty();
    }

    @Test
    void routesMustBeAList() {
        files.replace("router.yaml", "routes:\n", "routes: none\nroutesOfOld:\n");

        assertThat(files.mistakes())
                .contains(
                        "router.yaml:%d:9: routes: must be a list, was none"
                                .formatted(files.lineOf("router.yaml", "routes: none")));
    }

    @Test
    void aListOfTextsInPlaceOfRulesIsAMistakeEach() {
        files.replace("router.yaml", FIRST, "  - ALPHA\n" + FIRST);

        assertThat(files.mistakes())
                .containsExactly(
                        "router.yaml:%d:5: routes[1]: must be a section, was ALPHA"
                                .formatted(files.lineOf("router.yaml", "  - ALPHA")));
    }
}
