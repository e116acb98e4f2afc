package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class FixSettingsCheckTest {

    private static final String ACCEPTOR =
            """
            [SESSION]
            ConnectionType=acceptor
            BeginString=FIX.4.4
            SenderCompID=SLUICE
            TargetCompID=OMS44
            SocketAcceptPort=0
            NonStopSession=Y
            """;

    private static final String INITIATOR =
            """
            [SESSION]
            ConnectionType=initiator
            BeginString=FIX.4.4
            SenderCompID=SLUICE
            TargetCompID=ALPHA
            HeartBtInt=10
            SocketConnectHost=127.0.0.1
            SocketConnectPort=0
            NonStopSession=Y
            """;

    private static FixSettingsFile acceptor(String text) {
        return FixSettingsFile.parse("o.cfg", FixSettingsSide.ACCEPTOR, text, Map.of());
    }

    private static FixSettingsFile initiator(String text) {
        return FixSettingsFile.parse("b.cfg", FixSettingsSide.INITIATOR, text, Map.of());
    }

    private static List<String> shown(List<FixSettingsMistake> mistakes) {
        return mistakes.stream()
                .map(it -> it.line() + ":" + it.column() + ": " + it.path() + ": " + it.message())
                .toList();
    }

    @Test
    void whatIsNeededSuffices() {
        assertThat(acceptor(ACCEPTOR).mistakes()).isEmpty();
        assertThat(initiator(INITIATOR).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ConnectionType",
                "BeginString",
                "SenderCompID",
                "SocketAcceptPort",
                "NonStopSession"
            })
    void aMissingSettingOfAnAcceptorIsToldAtItsHeader(String key) {
        assertThat(shown(acceptor(ACCEPTOR.replaceAll(key + "=.*\n", "")).mistakes()))
                .singleElement()
                .asString()
                .startsWith("1:1: OMS44." + key + ": is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HeartBtInt", "SocketConnectHost", "SocketConnectPort"})
    void aMissingSettingOfAnInitiatorIsToldAtItsHeader(String key) {
        assertThat(shown(initiator(INITIATOR.replaceAll(key + "=.*\n", "")).mistakes()))
                .containsExactly("1:1: ALPHA." + key + ": is missing");
    }

    @Test
    void aMissingPeerIsTold() {
        assertThat(shown(acceptor(ACCEPTOR.replace("TargetCompID=OMS44\n", "")).mistakes()))
                .containsExactly("1:1: SESSION.TargetCompID: is missing");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ResetOnLogon=Y, 14",
        "ResetOnLogout=Y, 15",
        "ResetOnDisconnect=Y, 19",
        "ResetOnError=Y, 14",
        "RefreshOnLogon=Y, 16",
        "PersistMessages=N, 17",
        "RejectMessageOnUnhandledException=N, 35",
        "RejectGarbledMessage=N, 22",
        "ValidateChecksum=N, 18",
        "SocketSynchronousWrites=Y, 25",
        "ForceResendWhenCorruptedStore=Y, 31",
        "AllowPosDup=Y, 13",
        "ValidateSequenceNumbers=N, 25",
        "ContinueInitializationOnError=Y, 31",
        "AcceptorTemplate=Y, 18",
        "DynamicSession=Y, 16",
        "MaxScheduledWriteRequests=100, 27",
        "MaxScheduledWriteRequests=0, 27",
        "FileStorePath=data, 15",
        "FileStoreSync=Y, 15",
        "JdbcURL=x, 9",
        "SleepycatDatabaseDir=x, 22",
    })
    void aSettingThatBreaksAPromiseIsRefused(String line, int column) {
        String key = line.substring(0, line.indexOf('='));

        assertThat(shown(initiator(INITIATOR + line + "\n").mistakes()))
                .singleElement()
                .asString()
                .startsWith("10:%d: ALPHA.%s: ".formatted(column, key))
                .contains("is refused: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ResetOnLogon=N",
                "PersistMessages=Y",
                "SocketSynchronousWrites=N",
                "AllowPosDup=N",
                "ForceResendWhenCorruptedStore=N"
            })
    void theHarmlessValueOfSuchASettingIsNotRefused(String line) {
        assertThat(initiator(INITIATOR + line + "\n").mistakes()).isEmpty();
    }

    @Test
    void aSessionMayAllowItselfAResetByName() {
        String both = "ResetOnLogon=Y\nRefreshOnLogon=Y\n";

        assertThat(
                        initiator(INITIATOR + both + "SluiceAllow=ResetOnLogon, RefreshOnLogon\n")
                                .mistakes())
                .isEmpty();
        assertThat(shown(initiator(INITIATOR + both + "SluiceAllow=ResetOnLogon\n").mistakes()))
                .singleElement()
                .asString()
                .startsWith("11:16: ALPHA.RefreshOnLogon: Y is refused");
    }

    @Test
    void onlyResetsCanBeAllowed() {
        String lines = "PersistMessages=N\nSluiceAllow=PersistMessages,ResetOnLogin\n";

        assertThat(shown(initiator(INITIATOR + lines).mistakes()))
                .containsExactly(
                        "10:17: ALPHA.PersistMessages: N is refused: reports could not be sent"
                                + " again",
                        "11:13: ALPHA.SluiceAllow: cannot allow PersistMessages",
                        "11:13: ALPHA.SluiceAllow: cannot allow ResetOnLogin; did you mean"
                                + " ResetOnLogon?");
    }

    @Test
    void aRefusedDefaultIsToldOnceWhereItStands() {
        String defaults = "[DEFAULT]\nResetOnLogon=Y\n";
        String second = ACCEPTOR.replace("OMS44", "OMS45");

        assertThat(shown(acceptor(defaults + ACCEPTOR + second).mistakes()))
                .singleElement()
                .asString()
                .startsWith("2:14: DEFAULT.ResetOnLogon: Y is refused");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "HeartBeatInt=5; unknown setting, did you mean HeartBtInt?",
                "Xyzzy=5; unknown setting",
                "CheckLatency=yes; must be Y or N, was yes",
                "CheckLatency=y; must be Y or N, was y",
                "CheckLatency=; must be Y or N, was empty",
                "MaxLatency=2 min; must be a whole number from 1 to 2147483647, was 2 min",
                "MaxLatency=9999999999; must be a whole number from 1 to 2147483647, was"
                        + " 9999999999",
                "SocketLocalPort=65536; must be a port from 0 to 65535, was 65536",
                "TimeZone=Mars/Olympus; must be a time zone such as UTC or America/New_York, was"
                        + " Mars/Olympus",
                "ReconnectInterval=5s; must be seconds such as 5, or 3x1@10 for three times 1 and"
                        + " then 10, was 5s",
                "TimeStampPrecision=NANO; must be SECONDS, MILLIS, MICROS or NANOS, was NANO",
                "LogonTag=secret; must be a tag and its value, such as 553=user, was ***",
                "DataDictionary=FIX99.xml; must be a dictionary on the class path or a file, was"
                        + " FIX99.xml",
                "TestRequestDelayMultiplier=0; must be a number above 0, was 0",
                "SocketConnectProtocol=VM_PIPE; must be SOCKET or TCP, was VM_PIPE",
                "SluiceRole=oms; is for acceptor sessions only",
                "SluiceDefaultAccount=ACC1; is for acceptor sessions only",
                "AllowedRemoteAddresses=127.0.0.1; is for acceptor sessions only",
            })
    void aWrongSettingIsTold(String line, String message) {
        int equals = line.indexOf('=');
        String text = message.replace("unknown setting,", "unknown setting;").replace('@', ';');

        assertThat(shown(initiator(INITIATOR + line + "\n").mistakes()))
                .containsExactly(
                        "10:%d: ALPHA.%s: %s"
                                .formatted(equals + 2, line.substring(0, equals), text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ReconnectInterval=3x1;10",
                "TimeStampPrecision=NANOS",
                "TestRequestDelayMultiplier=0.5",
                "TimeZone=GMT",
                "SocketConnectHost1=backup.example",
                "SocketLinger=-1",
                "DataDictionary=FIX44.xml",
                "LogonTag1=554=x",
                "SocketKeyStorePassword=x"
            })
    void aRightSettingIsTaken(String line) {
        assertThat(initiator(INITIATOR + line + "\n").mistakes()).isEmpty();
    }

    @Test
    void otherVersionsComeLater() {
        assertThat(shown(initiator(INITIATOR.replace("FIX.4.4", "FIX.4.2")).mistakes()))
                .containsExactly(
                        "3:13: ALPHA.BeginString: must be FIX.4.4, was FIX.4.2; other versions come"
                                + " later");
    }

    @Test
    void aSessionIsOfItsFilesSide() {
        assertThat(shown(acceptor(ACCEPTOR.replace("acceptor", "initiator")).mistakes()))
                .containsExactly(
                        "2:16: OMS44.ConnectionType: must be acceptor in this file, was initiator");
    }

    @Test
    void anOmsIsListedOnceEvenUnderAnotherSenderCompId() {
        String second = ACCEPTOR.replace("=SLUICE", "=OTHER");

        assertThat(shown(acceptor(ACCEPTOR + second).mistakes()))
                .containsExactly("8:1: OMS44.TargetCompID: session OMS44 stands at line 1 already");
    }

    @Test
    void aBrokerMayHaveTwoSessionsButNotTheSameTwice() {
        String other = INITIATOR.replace("=SLUICE", "=SLUICE2");

        assertThat(initiator(INITIATOR + other).mistakes()).isEmpty();
        assertThat(shown(initiator(INITIATOR + INITIATOR).mistakes()))
                .containsExactly(
                        "10:1: ALPHA.TargetCompID: session FIX.4.4:SLUICE->ALPHA stands at line 1"
                                + " already");
    }

    @Test
    void anAcceptorHasNoQualifierAndAKnownRole() {
        String lines = "SessionQualifier=A\nSluiceRole=copy\n";

        assertThat(shown(acceptor(ACCEPTOR + lines).mistakes()))
                .containsExactly(
                        "9:12: OMS44.SluiceRole: must be oms or dropcopy, was copy",
                        "8:18: OMS44.SessionQualifier: is for initiator sessions only");
        assertThat(acceptor(ACCEPTOR + "SluiceRole=dropcopy\n").sessions().getFirst().role())
                .isEqualTo(FixSettingsSession.Role.DROPCOPY);
    }

    @Test
    void anAcceptorWithTlsNeedsAKeyOfItsOwn() {
        assertThat(shown(acceptor(ACCEPTOR + "SocketUseSSL=Y\n").mistakes()))
                .containsExactly(
                        "1:1: OMS44.SocketKeyStore: is missing",
                        "1:1: OMS44.SocketKeyStorePassword: is missing");
    }

    @Test
    void logsThatAreNotUsedAreWarnedAbout() {
        FixSettingsFile file = acceptor(ACCEPTOR + "FileLogPath=log\n");

        assertThat(file.mistakes()).isEmpty();
        assertThat(shown(file.warnings()))
                .containsExactly(
                        "8:13: OMS44.FileLogPath: has no effect: QuickFIX/J's logs are not used");
    }
}
