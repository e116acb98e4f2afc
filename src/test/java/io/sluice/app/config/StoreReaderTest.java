package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.app.config.RouterSettings.StoreSection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class StoreReaderTest {

    private static final String URL = "jdbc:postgresql://127.0.0.1:5432/sluice";

    @TempDir private Path dir;
    private ConfigFiles files;

    @BeforeEach
    void copyTheStockConfiguration() {
        files = new ConfigFiles(dir);
    }

    @Test
    void theStockStoreIsInTheDataDirectory() {
        assertThat(store()).isEqualTo(new StoreSection(true, Optional.empty(), 1_000, 100));
    }

    @Test
    void itCanBeSwitchedOff() {
        files.set("store.enabled", "false");

        assertThat(store().enabled()).isFalse();
    }

    @Test
    void aPasswordComesFromAFile() throws IOException {
        Path password = dir.resolve("password");
        Files.writeString(password, "secret\n");
        files.set("store.url", URL)
                .set("store.user", "sluice")
                .set("store.passwordFile", password.toString());

        assertThat(store().login().orElseThrow().password()).isEqualTo("secret");
        assertThat(store().toString()).contains(URL).doesNotContain("secret");
    }

    @Test
    void mistakesAreTold() {
        files.set("store.batchFrames", "0").set("store.enabled", "yes");

        assertThat(files.mistakes())
                .anyMatch(it -> it.contains("store.batchFrames") && it.endsWith("was 0"))
                .anyMatch(it -> it.endsWith("store.enabled: must be true or false, was yes"));
    }

    @Test
    void aUrlOfAnotherDatabaseIsAMistake() {
        files.set("store.url", "jdbc:oracle:thin:@x").set("store.user", "sluice");

        assertThat(files.mistakes())
                .singleElement()
                .asString()
                .contains("store.url: must be a JDBC URL such as");
    }

    @Test
    void aUrlNeedsAUserAndOnePassword() {
        files.set("store.url", URL)
                .set("store.passwordFile", dir.resolve("none").toString())
                .set("store.passwordEnv", "SURELY_NOT_SET");

        assertThat(files.mistakes())
                .anyMatch(it -> it.endsWith("store.user: is missing: there is a url"))
                .anyMatch(it -> it.endsWith("must be left out: there is a passwordFile"))
                .anyMatch(it -> it.contains("store.passwordFile: cannot be read"));
    }

    @Test
    void aVariableMustBeSet() {
        files.set("store.url", URL)
                .set("store.user", "sluice")
                .set("store.passwordEnv", "SURELY_NOT_SET");

        assertThat(files.mistakes())
                .singleElement()
                .asString()
                .endsWith("names an environment variable that is not set: SURELY_NOT_SET");
    }

    @Test
    void withoutAUrlThereIsNoUser() {
        files.set("store.user", "sluice");

        assertThat(files.mistakes())
                .singleElement()
                .asString()
                .endsWith("store.user: must be left out: there is no url");
    }

    private StoreSection store() {
        return files.load().config().orElseThrow().router().store();
    }
}
