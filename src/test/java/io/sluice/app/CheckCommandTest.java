package io.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

class CheckCommandTest {

    private final StringWriter out = new StringWriter();

    private int check(String... arguments) {
        return new CommandLine(new CheckCommand()).setOut(new PrintWriter(out)).execute(arguments);
    }

    @Test
    void aCleanConfigurationEndsWithZero() {
        assertThat(check()).isZero();
        assertThat(out.toString()).isEqualTo("config: 0 mistakes, 0 warnings\n");
    }

    @Test
    void mistakesAreListedAndEndWithOne() {
        assertThat(check("--set", "console.port=x", "--set", "engine.wait=walk")).isEqualTo(1);
        assertThat(out.toString())
                .isEqualTo(
                        """
                        --set console.port:1:1: console.port: must be a whole number from 0 to \
                        65535, was x
                        --set engine.wait:1:1: engine.wait: must be park or spin, was walk
                        config: 2 mistakes, 0 warnings
                        """);
    }

    @Test
    void warningsAreListedAndEndWithZero() {
        assertThat(check("--set", "console.host=0.0.0.0")).isZero();
        assertThat(out.toString())
                .startsWith("warning: --set console.host:1:1: console.host: 0.0.0.0 may be")
                .endsWith("config: 0 mistakes, 1 warning\n");
    }

    @Test
    void aDirectoryWithoutFilesEndsWithSeventyEight(@TempDir Path empty) {
        assertThat(check("--config", empty.toString())).isEqualTo(78);
        assertThat(out.toString()).contains(empty.resolve("router.yaml") + ": is missing\n");
    }
}
