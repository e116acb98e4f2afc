package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.time.Duration;

/** What people type. */
class OmsSettingsTest {

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "500ms, PT0.5S", "2m, PT2M"})
    void aDurationHasAUnit(String text, Duration duration) {
        assertThat(OmsCommand.duration(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "s", "1h", "-", "1.5s"})
    void aBadDurationIsNamed(String text) {
        assertThatThrownBy(() -> OmsCommand.duration(text)).hasMessageContaining("'" + text + "'");
    }

    @Test
    void aMixReadsItsWeights() {
        assertThat(Mix.parse("orders=5, cancels=2,statuses=1")).isEqualTo(new Mix(5, 2, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "orders=x", "trades=1", "orders=0", "orders=1,cancels=-1"})
    void aBadMixIsRefused(String text) {
        assertThatThrownBy(() -> Mix.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSymbolIsKnownOrHasAPrice() {
        assertThat(Instrument.parse("AAPL,X=12.50"))
                .containsExactly(Instrument.of("AAPL", "190.00"), Instrument.of("X", "12.50"));
        assertThatThrownBy(() -> Instrument.parse("NOPE")).hasMessageContaining("'NOPE'");
    }

    @Test
    void aPaceIsEvenAndDoesNotMakeUpForAPause() {
        Pace pace = new Pace(4);
        assertThat(pace.nextNanos(1_000)).isEqualTo(1_000);
        pace.advance();
        assertThat(pace.nextNanos(900_000_000)).isEqualTo(250_001_000);

        pace.pause();

        assertThat(pace.nextNanos(5_000)).isEqualTo(5_000);
    }

    @Test
    void wrongOptionsEndWithAUsageError() {
        CommandLine command = new CommandLine(new OmsCommand());
        command.setErr(new java.io.PrintWriter(new java.io.StringWriter()));

        assertThat(command.execute("--rate", "0")).isEqualTo(2);
        assertThat(command.execute("--settle", "soon")).isEqualTo(2);
    }
}
