package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Symbol;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Objects;

class OverridesTest {

    @TempDir private Path dir;
    private ConfigFiles files;

    @BeforeEach
    void copyTheStockConfiguration() {
        files = new ConfigFiles(dir);
    }

    private Config config() {
        assertThat(files.mistakes()).isEmpty();
        return files.load().config().orElseThrow();
    }

    @Test
    void aValueOfTheRouterIsReplaced() {
        files.set("console.port", "0").set("journal.durability", "process");

        assertThat(config().router().console().port()).isZero();
        assertThat(config().router().journal().durability())
                .isEqualTo(RouterSettings.Durability.PROCESS);
    }

    @Test
    void anOptionalValueIsAdded() {
        files.set("limits.symbol.SIM.FILL.maxOpenOrders", "7");

        assertThat(
                        Objects.requireNonNull(
                                        config().limits().symbol().get(new Symbol("SIM.FILL")))
                                .maxOpenOrders())
                .contains(7);
    }

    @Test
    void aSymbolWithAPointInItsNameIsFound() {
        files.set("limits.symbol.SIM.FILL.priceCollarPercent", "7.5");

        assertThat(
                        Objects.requireNonNull(
                                        config().limits().symbol().get(new Symbol("SIM.FILL")))
                                .priceCollarPercent())
                .contains(new BigDecimal("7.5"));
    }

    @Test
    void aSettingOfAllSessionsIsReplaced() {
        files.replace("oms.cfg", "TargetCompID=DEMO", "TargetCompID=DEMO\nSocketAcceptPort=1234")
                .set("oms.SocketAcceptPort", "0");

        assertThat(config().oms().sessions())
                .allSatisfy(it -> assertThat(it.value("SocketAcceptPort")).contains("0"));
    }

    @Test
    void aSettingOfOneSessionIsReplaced() {
        files.set("brokers.ALPHA.SocketConnectPort", "40123").set("brokers.DELTA.HeartBtInt", "3");

        assertThat(config().brokers().named("ALPHA").getFirst().value("SocketConnectPort"))
                .contains("40123");
        assertThat(config().brokers().named("DELTA").getFirst().value("SocketConnectPort"))
                .contains("9894");
        assertThat(config().brokers().named("DELTA").getFirst().value("HeartBtInt")).contains("3");
    }

    @Test
    void theValueIsCheckedLikeAnyOther() {
        files.set("console.port", "many").set("oms.SocketAcceptPort", "-1");

        assertThat(files.mistakes())
                .containsExactly(
                        "--set console.port:1:1: console.port: must be a whole number from 0 to"
                                + " 65535, was many",
                        "--set oms.SocketAcceptPort:1:1: DEFAULT.SocketAcceptPort: must be a port"
                                + " from 0 to 65535, was -1");
    }

    @Test
    void aMistakeInTheFileIsMendedByAnOverride() {
        files.replace("router.yaml", "port: 8080", "port: x").set("console.port", "0");

        assertThat(config().router().console().port()).isZero();
    }

    @Test
    void anUnknownOverrideIsAMistake() {
        files.set("console.prot", "0")
                .set("consol.port", "0")
                .set("venues.ALPHA.session.x", "0")
                .set("brokers.ALPAH.HeartBtInt", "3")
                .set("oms.SocketAceptPort", "0")
                .set("limits.firms.maxOrderQty", "1");

        assertThat(files.mistakes())
                .containsExactly(
                        "--set brokers.ALPAH.HeartBtInt:1:1: brokers.ALPAH.HeartBtInt: unknown"
                                + " session: ALPAH; did you mean ALPHA?",
                        "--set consol.port:1:1: consol.port: unknown key: consol; did you mean"
                                + " console?",
                        "--set console.prot:1:1: console.prot: unknown key; did you mean port?",
                        "--set limits.firms.maxOrderQty:1:1: limits.firms.maxOrderQty: unknown key:"
                                + " firms; did you mean firm?",
                        "--set oms.SocketAceptPort:1:1: DEFAULT.SocketAceptPort: unknown setting;"
                                + " did you mean SocketAcceptPort?",
                        "--set venues.ALPHA.session.x:1:1: venues.ALPHA.session.x: unknown key: no"
                                + " section has x");
    }
}
