package io.sluice.adapter.fix;

import quickfix.Acceptor;
import quickfix.Initiator;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionSettings;
import quickfix.mina.ssl.SSLSupport;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds every mistake of one settings file. Mutable while it looks; used once, by one thread. */
final class FixSettingsCheck {

    private final FixSettingsFile file;
    private final Set<FixSettingsMistake> mistakes = new LinkedHashSet<>();
    private final Set<FixSettingsMistake> warnings = new LinkedHashSet<>();

    FixSettingsCheck(FixSettingsFile file) {
        this.file = file;
        look();
    }

    List<FixSettingsMistake> mistakes() {
        return List.copyOf(mistakes);
    }

    List<FixSettingsMistake> warnings() {
        return List.copyOf(warnings);
    }

    private void look() {
        mistakes.addAll(file.unreadable());
        file.defaults().values().forEach(entry -> checkEntry("DEFAULT", entry));
        for (FixSettingsSession session : file.sessions()) {
            session.own().values().forEach(entry -> checkEntry(session.label(), entry));
            checkSession(session);
        }
        checkDuplicates();
        if (file.sessions().isEmpty()) {
            mistakes.add(
                    new FixSettingsMistake(
                            file.file(), 1, 1, "SESSION", "is missing: no session is listed"));
        }
    }

    private void checkEntry(String section, FixSettingsEntry entry) {
        String key = entry.key();
        if (FixSettingsRefusals.isStore(key)) {
            mistakes.add(
                    entry.mistake(section, "is refused: messages are kept in the journal only"));
            return;
        }
        if (FixSettingsRefusals.isLog(key)) {
            warnings.add(entry.mistake(section, "has no effect: QuickFIX/J's logs are not used"));
            return;
        }
        Optional<FixSettingsKind> kind = FixSettingsKeys.kind(key);
        if (kind.isEmpty()) {
            mistakes.add(
                    entry.mistake(
                            section,
                            "unknown setting"
                                    + FixSettingsSpelling.suggestion(
                                            key, FixSettingsKeys.names())));
            return;
        }
        kind.filter(it -> !it.accepts(entry.value()))
                .map(it -> entry.mistake(section, mustBe(it.what(), entry)))
                .ifPresent(mistakes::add);
    }

    private static String mustBe(String what, FixSettingsEntry entry) {
        return "must be " + what + ", was " + (entry.text().isEmpty() ? "empty" : entry.shown());
    }

    private void checkSession(FixSettingsSession session) {
        need(session, SessionSettings.BEGINSTRING);
        need(session, SessionSettings.SENDERCOMPID);
        need(session, SessionSettings.TARGETCOMPID);
        checkVersion(session);
        checkSide(session);
        mistakes.addAll(FixSettingsRefusals.mistakes(session));
        checkAllowed(session);
        FixSettingsSchedule schedule = new FixSettingsSchedule(session);
        mistakes.addAll(schedule.mistakes());
        warnings.addAll(schedule.warnings());
    }

    private void need(FixSettingsSession session, String key) {
        if (session.entry(key).isEmpty()) {
            mistakes.add(session.mistake(key, "is missing"));
        }
    }

    private void refuse(FixSettingsSession session, String key, String why) {
        session.entry(key).map(entry -> session.mistakeAt(entry, why)).ifPresent(mistakes::add);
    }

    private void checkVersion(FixSettingsSession session) {
        session.entry(SessionSettings.BEGINSTRING)
                .filter(entry -> !entry.value().equals("FIX.4.4"))
                .map(
                        entry ->
                                session.mistakeAt(
                                        entry,
                                        "must be FIX.4.4, was "
                                                + entry.shown()
                                                + "; other versions come later"))
                .ifPresent(mistakes::add);
    }

    private void checkSide(FixSettingsSession session) {
        need(session, SessionFactory.SETTING_CONNECTION_TYPE);
        session.entry(SessionFactory.SETTING_CONNECTION_TYPE)
                .filter(entry -> FixSettingsKind.CONNECTION.accepts(entry.value()))
                .filter(entry -> !entry.value().equals(file.side().connectionType()))
                .map(
                        entry ->
                                session.mistakeAt(
                                        entry,
                                        "must be %s in this file, was %s"
                                                .formatted(
                                                        file.side().connectionType(),
                                                        entry.shown())))
                .ifPresent(mistakes::add);
        switch (file.side()) {
            case ACCEPTOR -> checkAcceptor(session);
            case INITIATOR -> checkInitiator(session);
        }
    }

    /** HeartBtInt is not needed here: the interval is the one that the peer's Logon names. */
    private void checkAcceptor(FixSettingsSession session) {
        need(session, Acceptor.SETTING_SOCKET_ACCEPT_PORT);
        if (session.isYes(SSLSupport.SETTING_USE_SSL)) {
            // Without them QuickFIX/J falls back on a key that everyone can have.
            need(session, SSLSupport.SETTING_KEY_STORE_NAME);
            need(session, SSLSupport.SETTING_KEY_STORE_PWD);
        }
        refuse(session, SessionSettings.SESSION_QUALIFIER, "is for initiator sessions only");
    }

    private void checkInitiator(FixSettingsSession session) {
        need(session, Session.SETTING_HEARTBTINT);
        need(session, Initiator.SETTING_SOCKET_CONNECT_HOST);
        need(session, Initiator.SETTING_SOCKET_CONNECT_PORT);
        for (String key :
                List.of(
                        FixSettingsKeys.ROLE,
                        FixSettingsKeys.DEFAULT_ACCOUNT,
                        Session.SETTING_ALLOWED_REMOTE_ADDRESSES)) {
            refuse(session, key, "is for acceptor sessions only");
        }
    }

    private void checkAllowed(FixSettingsSession session) {
        for (String name : session.allowed()) {
            if (!FixSettingsRefusals.ALLOWABLE.contains(name)) {
                refuse(
                        session,
                        FixSettingsKeys.ALLOW,
                        "cannot allow "
                                + name
                                + FixSettingsSpelling.suggestion(
                                        name, FixSettingsRefusals.ALLOWABLE));
            }
        }
    }

    /** An OMS is known by its CompID alone, so two sessions of one file cannot share it there. */
    private void checkDuplicates() {
        Map<String, FixSettingsSession> seen = new HashMap<>();
        for (FixSettingsSession session : file.sessions()) {
            String id = file.side() == FixSettingsSide.ACCEPTOR ? session.compId() : session.name();
            FixSettingsSession first = seen.putIfAbsent(id, session);
            if (first != null && !session.compId().isEmpty()) {
                mistakes.add(
                        session.mistake(
                                SessionSettings.TARGETCOMPID,
                                "session %s stands at line %d already"
                                        .formatted(id, first.line())));
            }
        }
    }
}
