package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Account;
import io.sluice.order.OmsId;
import io.sluice.order.Symbol;
import io.sluice.risk.Limits;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Objects;

class LimitsFileTest {

    @TempDir private Path dir;
    private ConfigFiles files;

    @BeforeEach
    void copyTheStockConfiguration() {
        files = new ConfigFiles(dir);
    }

    @Test
    void limitsOfEveryScopeAreRead() {
        files.replace("limits.yaml", "oms: {}", "oms: {DEMO: {maxOrdersPerSecond: 7}}")
                .replace("limits.yaml", "account: {}", "account: {ACC2: {maxOpenOrders: 8}}")
                .replace("limits.yaml", "restricted: []", "restricted: [TSLA]");

        Limits limits = files.load().config().orElseThrow().limits();
        assertThat(Objects.requireNonNull(limits.oms().get(new OmsId("DEMO"))).maxOrdersPerSecond())
                .contains(7);
        assertThat(
                        Objects.requireNonNull(limits.account().get(new Account("ACC2")))
                                .maxOpenOrders())
                .contains(8);
        assertThat(limits.restricted()).containsExactly(new Symbol("TSLA"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "'oms: {}'; 'oms: {OMS4: {}}'; 7; oms.OMS4;"
                        + " unknown OMS session: OMS4; did you mean OMS44?",
                "'account: {}'; 'account: {ACC9: {}}'; 11; account.ACC9;"
                        + " unknown account: ACC9; did you mean ACC1?",
                "'TSLA: {'; 'TLSA: {'; 3; symbol.TLSA; unknown symbol: TLSA; did you mean TSLA?",
                "'restricted: []'; 'restricted: [GME]'; 14; restricted[1]; unknown symbol: GME;"
                        + " did you mean",
            })
    void whatAScopeNamesMustBeKnown(
            String old, String with, int column, String path, String message, String hint) {
        files.replace("limits.yaml", old, with);

        int line = files.lineOf("limits.yaml", with);
        assertThat(files.mistakes())
                .singleElement()
                .asString()
                .startsWith(
                        "limits.yaml:%d:%d: %s: %s; %s"
                                .formatted(line, column, path, message, hint));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "maxOrderQty: -1, maxOrderQty, 'a number from 0 on, at most 15 digits and 15 decimals', -1",
        "maxOrderQty: 1e400, maxOrderQty,"
                + " 'a number from 0 on, at most 15 digits and 15 decimals', 1e400",
        "maxOrderQty: .nan, maxOrderQty,"
                + " 'a number from 0 on, at most 15 digits and 15 decimals', .nan",
        "maxOrderQty: 1_000, maxOrderQty,"
                + " 'a number from 0 on, at most 15 digits and 15 decimals', 1_000",
        "maxOrderQty: 010, maxOrderQty,"
                + " 'a number from 0 on, at most 15 digits and 15 decimals', 010",
        "maxOrderQty: lots, maxOrderQty,"
                + " 'a number from 0 on, at most 15 digits and 15 decimals', lots",
        "priceCollarPercent: 100.01, priceCollarPercent, a number from 0 to 100, 100.01",
        "priceCollarPercent: 5%, priceCollarPercent, a number from 0 to 100, 5%",
    })
    void aWrongLimitIsToldWithItsPlace(String text, String key, String what, String was) {
        files.replace("limits.yaml", "oms: {}", "oms: {DEMO: {" + text + "}}");

        assertThat(files.mistakes())
                .containsExactly(
                        "limits.yaml:%d:%d: oms.DEMO.%s: must be %s, was %s"
                                .formatted(
                                        files.lineOf("limits.yaml", "oms: {DEMO"),
                                        16 + key.length(),
                                        key,
                                        what,
                                        was));
    }

    @Test
    void aMisspeltLimitIsNotAnAbsentOne() {
        files.replace("limits.yaml", "maxDailyLoss: ", "maxDailyLos: ");

        assertThat(files.mistakes())
                .containsExactly(
                        "limits.yaml:%d:3: firm.maxDailyLos: unknown key; did you mean maxDailyLoss?"
                                .formatted(files.lineOf("limits.yaml", "maxDailyLos: ")));
    }

    @Test
    void aLimitThatNoScopeSetsIsWarnedAboutForEachInstrument() {
        files.replace("limits.yaml", "  maxPosition: 1000000000\n", "");

        assertThat(files.mistakes()).isEmpty();
        assertThat(files.warnings())
                .hasSize(28)
                .contains(
                        "instruments.csv:%d:1: AAPL: set neither for the firm, nor for the symbol,"
                                        .formatted(files.lineOf("instruments.csv", "AAPL"))
                                + " nor for every OMS or account: maxPosition; orders that no limit"
                                + " covers are denied");
    }

    @Test
    void aLimitThatEveryOmsSetsCoversAllOrders() {
        files.replace("limits.yaml", "  maxOrdersPerSecond: 10000\n", "")
                .replace(
                        "limits.yaml",
                        "oms: {}",
                        "oms: {DEMO: {maxOrdersPerSecond: 1}, OMS44: {maxOrdersPerSecond: 1}}");

        assertThat(files.warnings()).isEmpty();
    }

    @Test
    void aLimitThatOnlyOneOmsSetsLeavesOrdersWithoutIt() {
        files.replace("limits.yaml", "  maxOrdersPerSecond: 10000\n", "")
                .replace("limits.yaml", "oms: {}", "oms: {DEMO: {maxOrdersPerSecond: 1}}");

        assertThat(files.warnings()).hasSize(28);
    }
}
