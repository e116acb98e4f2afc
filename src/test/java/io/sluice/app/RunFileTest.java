package io.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

class RunFileTest {

    private static final RunFile.Ports PORTS = new RunFile.Ports(9880, 8080);

    @TempDir private Path data = Path.of("");

    @Test
    void whatIsWrittenIsRead() throws IOException {
        RunFile written =
                RunFile.ofThisProcess("127.0.0.1", PORTS, Instant.parse("2026-03-02T14:30:00Z"));
        written.write(data);

        assertThat(RunFile.read(data)).contains(written);
        assertThat(written.url()).isEqualTo("http://127.0.0.1:8080");
        assertThat(Files.readString(data.resolve("run.json")))
                .isEqualToIgnoringNewLines(
                        """
                        {"pid":%d,"ports":{"oms":9880,"console":8080},\
                        "url":"http://127.0.0.1:8080","startedAt":"2026-03-02T14:30:00Z"}
                        """
                                .formatted(written.pid()));
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(data.resolve("run.json"));
        }
    }

    @Test
    void aProcessThatStartedAfterTheFileWasWrittenIsAnother() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(30));

        assertThat(RunFile.ofThisProcess("127.0.0.1", PORTS, longAgo).isAlive()).isFalse();
        assertThat(RunFile.ofThisProcess("127.0.0.1", PORTS, Instant.now()).isAlive()).isTrue();
    }

    @Test
    void onlyTheOwnFileIsRemoved() throws IOException {
        new RunFile(1, PORTS, "http://127.0.0.1:8080", Instant.now()).write(data);
        RunFile.removeOwn(data);
        assertThat(data.resolve("run.json")).exists();

        RunFile.ofThisProcess("127.0.0.1", PORTS, Instant.now()).write(data);
        RunFile.removeOwn(data);
        assertThat(data.resolve("run.json")).doesNotExist();
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Files.writeString(data.resolve("run.json"), "{\"pid\":");
        assertThatThrownBy(() -> RunFile.read(data))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("run.json is not readable");

        Files.writeString(data.resolve("run.json"), "{\"pid\":1}");
        assertThatThrownBy(() -> RunFile.read(data)).isInstanceOf(IOException.class);
    }
}
