package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class FixSettingsScheduleTest {

    private static FixSettingsFile file(String lines) {
        String text =
                """
                [SESSION]
                ConnectionType=acceptor
                BeginString=FIX.4.4
                SenderCompID=SLUICE
                TargetCompID=OMS44
                SocketAcceptPort=0
                """;
        return FixSettingsFile.parse("o.cfg", FixSettingsSide.ACCEPTOR, text + lines, Map.of());
    }

    private static List<String> mistakes(String lines) {
        return shown(file(lines).mistakes());
    }

    private static List<String> shown(List<FixSettingsMistake> mistakes) {
        return mistakes.stream()
                .map(it -> it.line() + ":" + it.column() + ": " + it.path() + ": " + it.message())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NonStopSession=Y\n",
                "StartTime=08:00:00\nEndTime=17:00:00\nTimeZone=America/New_York\n",
                "StartTime=08:00:00 US/Eastern\nEndTime=17:00:00 UTC\n",
                "StartTime=08:00:00\nEndTime=17:00:00\nStartDay=Sun\nEndDay=friday\n",
                "StartTime=08:00:00\nEndTime=17:00:00\nWeekdays=Mon,Tue,Wed\n",
            })
    void aWholeScheduleIsTaken(String lines) {
        assertThat(mistakes(lines)).isEmpty();
        assertThat(file(lines).warnings()).isEmpty();
    }

    @Test
    void noScheduleIsAMistake() {
        assertThat(mistakes("NonStopSession=N\n"))
                .containsExactly(
                        "1:1: OMS44.NonStopSession: is missing: give NonStopSession=Y, or StartTime"
                                + " and EndTime");
    }

    @Test
    void halfAScheduleIsAMistake() {
        assertThat(mistakes("StartTime=08:00:00\n"))
                .containsExactly("1:1: OMS44.EndTime: is missing beside StartTime");
        assertThat(mistakes("EndTime=08:00:00\nStartTime=07:00:00\nEndDay=Fri\n"))
                .containsExactly("1:1: OMS44.StartDay: is missing beside EndDay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:00:00", "25:00:00", "08:60:00", "08:00", "08:00:00 Mars/Olympus"})
    void aWrongTimeIsAMistake(String time) {
        assertThat(mistakes("StartTime=" + time + "\nEndTime=17:00:00\n"))
                .containsExactly(
                        "7:11: OMS44.StartTime: must be a time such as 17:00:00 or 17:00:00"
                                + " America/New_York, was "
                                + time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mo,Xx", "Mon;Tue", "M", "Mon,"})
    void wrongDaysAreAMistake(String days) {
        assertThat(mistakes("StartTime=08:00:00\nEndTime=17:00:00\nWeekdays=" + days + "\n"))
                .containsExactly(
                        "9:10: OMS44.Weekdays: must be days of the week with commas between them,"
                                + " was "
                                + days);
    }

    @Test
    void weekdaysDoNotStandBesideAWeek() {
        String lines =
                """
                StartTime=08:00:00
                EndTime=17:00:00
                StartDay=Sun
                EndDay=Fri
                Weekdays=Mon
                """;

        assertThat(mistakes(lines))
                .containsExactly("11:10: OMS44.Weekdays: cannot stand beside StartDay and EndDay");
    }

    @Test
    void timesBesideNonStopAreWarnedAbout() {
        FixSettingsFile file = file("NonStopSession=Y\nStartTime=08:00:00\n");

        assertThat(file.mistakes()).isEmpty();
        assertThat(shown(file.warnings()))
                .containsExactly("8:11: OMS44.StartTime: has no effect: NonStopSession is Y");
    }
}
