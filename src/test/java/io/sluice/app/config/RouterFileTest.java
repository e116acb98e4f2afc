package io.sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class RouterFileTest {

    @TempDir private Path dir;
    private ConfigFiles files;

    @BeforeEach
    void copyTheStockConfiguration() {
        files = new ConfigFiles(dir);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "environment: simulation; environment: live; environment; 14;"
                        + " must be simulation, test or production, was live",
                "instance: S1; instance: sluice; instance; 11;"
                        + " must be 1 to 4 capitals and digits, was sluice",
                "zone: America/New_York; zone: America/Gotham; tradingDay.zone; 9;"
                        + " must be a time zone such as America/New_York, was America/Gotham",
                "roll: 17:00; roll: 5 pm; tradingDay.roll; 9;"
                        + " must be a time of day such as 17:00, was 5 pm",
                "daysKept: 2; daysKept: two; tradingDay.daysKept; 13;"
                        + " must be a whole number from 1 to 60, was two",
                "daysKept: 2; daysKept: '2'; tradingDay.daysKept; 13;"
                        + " must be a whole number from 1 to 60, was 2",
                "daysKept: 2; daysKept: 2.5; tradingDay.daysKept; 13;"
                        + " must be a whole number from 1 to 60, was 2.5",
                "daysKept: 2; daysKept:; tradingDay.daysKept; 12;"
                        + " must be a whole number from 1 to 60, was nothing",
                "durability: disk; durability: memory; journal.durability; 15;"
                        + " must be disk or process, was memory",
                "segmentMiB: 64; segmentMiB: 0x40; journal.segmentMiB; 15;"
                        + " must be a whole number from 16 to 1024, was 0x40",
                "segmentMiB: 64; segmentMiB: [64]; journal.segmentMiB; 15;"
                        + " must be a whole number from 16 to 1024, was a list",
                "port: 8080; port: 65536; console.port; 9;"
                        + " must be a whole number from 0 to 65535, was 65536",
                "port: 8080; port: -1; console.port; 9;"
                        + " must be a whole number from 0 to 65535, was -1",
                "wait: park; wait: true; engine.wait; 9; must be park or spin, was true",
                "maxDigits: 30; maxDigits: 1e400; fix.maxDigits; 14;"
                        + " must be a whole number from 1 to 40, was 1e400",
                "'ALPHA: {kind: fix'; 'ALPHA: {kind: rest'; venues.ALPHA.kind; 17;"
                        + " must be fix, was rest",
            })
    void aWrongValueIsToldWithItsPlace(
            String old, String with, String path, int column, String message) {
        files.replace("router.yaml", old, with);

        int line = files.lineOf("router.yaml", with);
        assertThat(files.mistakes())
                .containsExactly(
                        "router.yaml:%d:%d: %s: %s".formatted(line, column, path, message));
    }

    @Test
    void anUnknownKeyIsAMistakeThatNamesTheNearestKnownOne() {
        files.replace("router.yaml", "segmentMiB: 64 ", "segmentMib: 64 ");

        assertThat(files.mistakes())
                .containsExactly(
                        "router.yaml:%d:1: journal.segmentMiB: is missing"
                                .formatted(files.lineOf("router.yaml", "journal:")),
                        "router.yaml:%d:3: journal.segmentMib: unknown key; did you mean segmentMiB?"
                                .formatted(files.lineOf("router.yaml", "segmentMib")));
    }

    @Test
    void aMissingSectionIsToldOnceAndNotKeyByKey() {
        files.replace("router.yaml", "engine:\n  wait: park", "# engine:\n  # wait: park");

        assertThat(files.mistakes()).containsExactly("router.yaml:1:1: engine: is missing");
    }

    @Test
    void aKeyThatStandsTwiceIsAMistake() {
        files.replace("router.yaml", "instance: S1", "instance: S1\ninstance: S2");

        int line = files.lineOf("router.yaml", "instance: S2");
        assertThat(files.mistakes())
                .containsExactly(
                        "router.yaml:%d:1: instance: stands at line %d already"
                                .formatted(line, line - 1));
    }

    @Test
    void aVenueNeedsASessionThatBrokersHave() {
        files.replace("router.yaml", "session: ALPHA, ", "session: ALPAH, ");

        assertThat(files.mistakes())
                .containsExactly(
                        "router.yaml:%d:31: venues.ALPHA.session: unknown session of brokers.cfg:"
                                        .formatted(files.lineOf("router.yaml", "session: ALPAH, "))
                                + " ALPAH; did you mean ALPHA?");
    }

    @Test
    void aVenueMayNameItsSessionInFull() {
        files.replace("router.yaml", "session: ALPHA, ", "session: FIX.4.4:SLUICE->ALPHA, ");

        assertThat(files.mistakes()).isEmpty();
    }

    @Test
    void twoVenuesCannotShareASession() {
        files.replace("router.yaml", "session: DELTA, ", "session: ALPHA, ");

        assertThat(files.mistakes())
                .containsExactly(
                        "router.yaml:%d:31: venues.DELTA.session: session ALPHA is venue ALPHA's"
                                        .formatted(files.lineOf("router.yaml", "  DELTA: {kind"))
                                + " already");
    }

    @Test
    void aSessionWithoutAVenueIsWarnedAbout() {
        files.replace(
                "brokers.cfg",
                "[SESSION]\nTargetCompID=ALPHA",
                "[SESSION]\nTargetCompID=SPARE\nSocketConnectHost=h\nSocketConnectPort=1\n\n"
                        + "[SESSION]\nTargetCompID=ALPHA");

        assertThat(files.mistakes()).isEmpty();
        assertThat(files.warnings())
                .containsExactly(
                        "brokers.cfg:%d:1: SPARE: no venue of router.yaml uses the session"
                                .formatted(files.lineOf("brokers.cfg", "=SPARE") - 1));
    }

    @Test
    void aConsoleForOtherMachinesIsWarnedAbout() {
        files.replace("router.yaml", "host: 127.0.0.1", "host: 0.0.0.0");

        assertThat(files.mistakes()).isEmpty();
        assertThat(files.warnings())
                .containsExactly(
                        "router.yaml:%d:9: console.host: 0.0.0.0 may be reached from other machines,"
                                        .formatted(files.lineOf("router.yaml", "0.0.0.0"))
                                + " without TLS");
    }
}
