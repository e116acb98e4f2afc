package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import quickfix.ConfigError;
import quickfix.FieldConvertError;
import quickfix.SessionID;
import quickfix.SessionSettings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class FixSettingsFileTest {

    private static final String TEXT =
            """
            # comment
            [DEFAULT]
            ConnectionType = initiator
            BeginString=FIX.4.4
            SenderCompID=SLUICE
            HeartBtInt=10
            NonStopSession=Y
            SocketConnectHost=127.0.0.1

            [SESSION]
            TargetCompID=ALPHA
              SocketConnectPort=  9891
            LogonTag=553=${USER_OF_ALPHA}

            [session]
            TargetCompID=DELTA
            SocketConnectPort=9894
            HeartBtInt=5
            """;

    private static FixSettingsFile read(String text) {
        return FixSettingsFile.parse(
                "b.cfg", FixSettingsSide.INITIATOR, text, Map.of("USER_OF_ALPHA", "jane"));
    }

    private static List<String> shown(List<FixSettingsMistake> mistakes) {
        return mistakes.stream()
                .map(
                        it ->
                                "%s:%d:%d: %s: %s"
                                        .formatted(
                                                it.file(),
                                                it.line(),
                                                it.column(),
                                                it.path(),
                                                it.message()))
                .toList();
    }

    @Test
    void sessionsInheritDefaultsAndOutweighThem() {
        FixSettingsFile file = read(TEXT);

        assertThat(file.mistakes()).isEmpty();
        assertThat(file.warnings()).isEmpty();
        assertThat(file.sessions())
                .extracting(FixSettingsSession::name)
                .containsExactly("FIX.4.4:SLUICE->ALPHA", "FIX.4.4:SLUICE->DELTA");
        assertThat(file.sessions())
                .extracting(it -> it.value("HeartBtInt").orElseThrow())
                .containsExactly("10", "5");
    }

    @Test
    void everySettingKnowsWhereItsValueStands() {
        FixSettingsEntry port =
                read(TEXT).sessions().getFirst().entry("SocketConnectPort").orElseThrow();

        assertThat(port)
                .isEqualTo(
                        new FixSettingsEntry("SocketConnectPort", "9891", "9891", "b.cfg", 12, 23));
    }

    @Test
    void quickFixIsGivenWhatWasRead() throws ConfigError, FieldConvertError {
        SessionSettings settings =
                read(TEXT).with("--set", Optional.of("ALPHA"), "HeartBtInt", "7").toQuickFix();

        SessionID alpha = new SessionID("FIX.4.4:SLUICE->ALPHA");
        SessionID delta = new SessionID("FIX.4.4:SLUICE->DELTA");
        assertThat(settings.getString(alpha, "LogonTag")).isEqualTo("553=jane");
        assertThat(settings.getLong(alpha, "HeartBtInt")).isEqualTo(7);
        assertThat(settings.getLong(delta, "HeartBtInt")).isEqualTo(5);
        assertThat(settings.getString(delta, "SocketConnectHost")).isEqualTo("127.0.0.1");
        assertThat(settings.getString("ConnectionType")).isEqualTo("initiator");
        assertThat(settings.sectionIterator()).toIterable().containsExactlyInAnyOrder(alpha, delta);
    }

    @Test
    void aSessionIsFoundByItsNameAndByThePeersCompId() {
        FixSettingsFile file = read(TEXT);

        assertThat(file.named("DELTA")).isEqualTo(file.named("FIX.4.4:SLUICE->DELTA")).hasSize(1);
        assertThat(file.named("GAMMA")).isEmpty();
    }

    @Test
    void linesWithoutMeaningAreMistakes() {
        assertThat(shown(read("HeartBtInt=1\n" + TEXT + "\nnonsense\n[SESION]\nx=1\n").mistakes()))
                .containsExactly(
                        "b.cfg:1:1: HeartBtInt: stands before the first [DEFAULT] or [SESSION]",
                        "b.cfg:21:1: nonsense: is neither key=value, [SECTION] nor # comment",
                        "b.cfg:22:1: [SESION]: unknown section; [DEFAULT] and [SESSION] are known");
    }

    @Test
    void aSettingStandsOnceInItsSection() {
        assertThat(shown(read(TEXT + "HeartBtInt=6\n").mistakes()))
                .containsExactly("b.cfg:19:1: HeartBtInt: stands at line 18 already");
    }

    @Test
    void aVariableMustBeSet() {
        assertThat(shown(read(TEXT + "Description=${NOWHERE}\n").mistakes()))
                .containsExactly(
                        "b.cfg:19:13: Description: environment variable NOWHERE is not set");
    }

    @Test
    void aFileWithoutSessionsIsAMistake() {
        assertThat(shown(read("[DEFAULT]\n").mistakes()))
                .containsExactly("b.cfg:1:1: SESSION: is missing: no session is listed");
    }
}
