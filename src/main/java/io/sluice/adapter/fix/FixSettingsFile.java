package io.sluice.adapter.fix;

import quickfix.SessionSettings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The FIX sessions of one file in QuickFIX/J's own format, with the line of every setting.
 *
 * @param file its name in error texts
 * @param unreadable what the reader could not make sense of
 */
public record FixSettingsFile(
        String file,
        FixSettingsSide side,
        Map<String, FixSettingsEntry> defaults,
        List<FixSettingsSession> sessions,
        List<FixSettingsMistake> unreadable) {

    /** Reads the text; <code>${NAME}</code> in a value stands for an environment variable. */
    public static FixSettingsFile parse(
            String file, FixSettingsSide side, String text, Map<String, String> environment) {
        return new FixSettingsParser(file, environment).parse(side, text);
    }

    /** Everything wrong with the file, in its order. */
    public List<FixSettingsMistake> mistakes() {
        return new FixSettingsCheck(this).mistakes();
    }

    /** What is not wrong, but does not do what it seems to. */
    public List<FixSettingsMistake> warnings() {
        return new FixSettingsCheck(this).warnings();
    }

    /** The sessions that go by this name: a whole one, or the peer's CompID. */
    public List<FixSettingsSession> named(String nameOrCompId) {
        return sessions.stream()
                .filter(it -> it.name().equals(nameOrCompId) || it.compId().equals(nameOrCompId))
                .toList();
    }

    /**
     * This file with one setting changed, in every session or in those of one name.
     *
     * @param source where the value came from, for error texts
     */
    public FixSettingsFile with(
            String source, Optional<String> nameOrCompId, String key, String value) {
        FixSettingsEntry entry = new FixSettingsEntry(key, value, value, source, 1, 1);
        if (nameOrCompId.isEmpty()) {
            Map<String, FixSettingsEntry> newDefaults = with(defaults, entry);
            return new FixSettingsFile(
                    file,
                    side,
                    newDefaults,
                    sessions.stream().map(it -> forAll(it, newDefaults, entry)).toList(),
                    unreadable);
        }
        List<FixSettingsSession> chosen = named(nameOrCompId.get());
        return new FixSettingsFile(
                file,
                side,
                defaults,
                sessions.stream().map(it -> chosen.contains(it) ? own(it, entry) : it).toList(),
                unreadable);
    }

    /** What QuickFIX/J's connectors take. Only for a file without mistakes. */
    public SessionSettings toQuickFix() {
        SessionSettings settings = new SessionSettings();
        defaults.forEach(
                (key, entry) -> settings.getDefaultProperties().setProperty(key, entry.value()));
        for (FixSettingsSession session : sessions) {
            Map<String, FixSettingsEntry> all = new LinkedHashMap<>(session.defaults());
            all.putAll(session.own());
            all.forEach(
                    (key, entry) -> settings.setString(session.sessionId(), key, entry.value()));
        }
        return settings;
    }

    /** A value for all sessions outweighs what a session says itself. */
    private static FixSettingsSession forAll(
            FixSettingsSession session,
            Map<String, FixSettingsEntry> newDefaults,
            FixSettingsEntry entry) {
        Map<String, FixSettingsEntry> own =
                session.own().containsKey(entry.key()) ? with(session.own(), entry) : session.own();
        return new FixSettingsSession(session.file(), session.line(), own, newDefaults);
    }

    private static FixSettingsSession own(FixSettingsSession session, FixSettingsEntry entry) {
        return new FixSettingsSession(
                session.file(), session.line(), with(session.own(), entry), session.defaults());
    }

    private static Map<String, FixSettingsEntry> with(
            Map<String, FixSettingsEntry> entries, FixSettingsEntry entry) {
        Map<String, FixSettingsEntry> all = new LinkedHashMap<>(entries);
        all.put(entry.key(), entry);
        return all;
    }
}
