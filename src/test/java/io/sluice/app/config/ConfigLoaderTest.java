package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ConfigLoaderTest {

    @TempDir private Path dir;
    private ConfigFiles files;

    @BeforeEach
    void copyTheStockConfiguration() {
        files = new ConfigFiles(dir);
    }

    static List<String> names() {
        return ConfigFiles.NAMES;
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnce() {
        files.replace("router.yaml", "port: 8080", "port: x")
                .replace("router.yaml", "wait: park", "wait: walk")
                .replace("limits.yaml", "maxOpenOrders: 200000", "maxOpenOrders: many")
                .replace("limits.yaml", "TSLA:", "TLSA:")
                .replace("instruments.csv", "V,V,0.01", "V,V,0")
                .replace("oms.cfg", "SocketAcceptPort=9880", "SocketAcceptPort=99999")
                .replace("oms.cfg", "TargetCompID=DEMO", "TargetCompID=OMS44")
                .replace("brokers.cfg", "HeartBtInt=10", "ResetOnLogon=Y");

        assertThat(files.mistakes())
                .extracting(it -> it.replaceAll(":\\d+:\\d+: ([^:]+):.*", " $1"))
                .containsExactly(
                        "brokers.cfg DEFAULT.ResetOnLogon",
                        "brokers.cfg ALPHA.HeartBtInt",
                        "brokers.cfg DELTA.HeartBtInt",
                        "instruments.csv V.tick",
                        "limits.yaml firm.maxOpenOrders",
                        "limits.yaml symbol.TLSA",
                        "oms.cfg DEFAULT.SocketAcceptPort",
                        "oms.cfg OMS44.TargetCompID",
                        "router.yaml console.port",
                        "router.yaml engine.wait");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMissingFileIsToldAndTheOthersAreStillChecked(String name) throws IOException {
        Files.delete(dir.resolve(name));

        Loaded loaded = files.load();
        assertThat(loaded.isUnreadable()).isTrue();
        assertThat(loaded.config()).isEmpty();
        assertThat(files.mistakes()).containsExactly(name + ": is missing");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFileThatIsNotTextIsTold(String name) throws IOException {
        Files.write(dir.resolve(name), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(files.mistakes()).containsExactly(name + ": is not UTF-8 text");
    }

    @Test
    void aDirectoryInPlaceOfAFileIsTold() throws IOException {
        Files.delete(dir.resolve("limits.yaml"));
        Files.createDirectory(dir.resolve("limits.yaml"));

        assertThat(files.mistakes())
                .singleElement()
                .asString()
                .startsWith("limits.yaml: cannot be read: ");
    }

    @Test
    void aDefaultAccountMustBeKnown() {
        files.replace("oms.cfg", "SluiceDefaultAccount=ACC1", "SluiceDefaultAccount=ACC7");

        assertThat(files.mistakes())
                .contains(
                        "oms.cfg:%d:22: OMS44.SluiceDefaultAccount: unknown account: ACC7; did you"
                                        .formatted(files.lineOf("oms.cfg", "=ACC7"))
                                + " mean ACC1?");
    }

    @Test
    void aDropCopySessionIsNotAnOms() {
        files.replace("oms.cfg", "TargetCompID=DEMO", "TargetCompID=DEMO\nSluiceRole=dropcopy")
                .replace("limits.yaml", "oms: {}", "oms: {DEMO: {}}");

        assertThat(files.mistakes())
                .singleElement()
                .asString()
                .contains("oms.DEMO: unknown OMS session: DEMO");
    }
}
