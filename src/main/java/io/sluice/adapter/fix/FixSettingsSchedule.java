package io.sluice.adapter.fix;

import quickfix.Session;

import java.util.ArrayList;
import java.util.List;

/** Checks when a session is up: always, daily or weekly. Used once, by one thread. */
final class FixSettingsSchedule {

    private static final List<String> TIMES =
            List.of(
                    Session.SETTING_START_TIME,
                    Session.SETTING_END_TIME,
                    Session.SETTING_START_DAY,
                    Session.SETTING_END_DAY,
                    Session.SETTING_WEEKDAYS);

    private final FixSettingsSession session;
    private final List<FixSettingsMistake> mistakes = new ArrayList<>();
    private final List<FixSettingsMistake> warnings = new ArrayList<>();

    FixSettingsSchedule(FixSettingsSession session) {
        this.session = session;
        if (session.isNonStop()) {
            warnAboutTimes();
        } else {
            checkTimes();
            checkDays();
        }
    }

    List<FixSettingsMistake> mistakes() {
        return List.copyOf(mistakes);
    }

    List<FixSettingsMistake> warnings() {
        return List.copyOf(warnings);
    }

    private void warnAboutTimes() {
        TIMES.stream()
                .flatMap(key -> session.entry(key).stream())
                .map(it -> session.mistakeAt(it, "has no effect: NonStopSession is Y"))
                .forEach(warnings::add);
    }

    private void checkTimes() {
        boolean starts = session.entry(Session.SETTING_START_TIME).isPresent();
        boolean ends = session.entry(Session.SETTING_END_TIME).isPresent();
        if (!starts && !ends) {
            mistakes.add(
                    session.mistake(
                            Session.SETTING_NON_STOP_SESSION,
                            "is missing: give NonStopSession=Y, or StartTime and EndTime"));
        } else if (!ends) {
            mistakes.add(session.mistake(Session.SETTING_END_TIME, "is missing beside StartTime"));
        } else if (!starts) {
            mistakes.add(session.mistake(Session.SETTING_START_TIME, "is missing beside EndTime"));
        }
    }

    private void checkDays() {
        boolean starts = session.entry(Session.SETTING_START_DAY).isPresent();
        boolean ends = session.entry(Session.SETTING_END_DAY).isPresent();
        if (starts && !ends) {
            mistakes.add(session.mistake(Session.SETTING_END_DAY, "is missing beside StartDay"));
        }
        if (ends && !starts) {
            mistakes.add(session.mistake(Session.SETTING_START_DAY, "is missing beside EndDay"));
        }
        if (starts || ends) {
            session.entry(Session.SETTING_WEEKDAYS)
                    .map(it -> session.mistakeAt(it, "cannot stand beside StartDay and EndDay"))
                    .ifPresent(mistakes::add);
        }
    }
}
