package io.sluice.adapter.fix;

import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One [SESSION] of a settings file, with the values of [DEFAULT] behind its own.
 *
 * @param line where its header stands
 */
public record FixSettingsSession(
        String file,
        int line,
        Map<String, FixSettingsEntry> own,
        Map<String, FixSettingsEntry> defaults) {

    /** Whether an OMS logs on with the session, or someone who reads executions. */
    public enum Role {
        OMS,
        DROPCOPY
    }

    public Optional<FixSettingsEntry> entry(String key) {
        return Optional.ofNullable(own.get(key)).or(() -> Optional.ofNullable(defaults.get(key)));
    }

    public Optional<String> value(String key) {
        return entry(key).map(FixSettingsEntry::value);
    }

    public boolean isYes(String key) {
        return value(key).equals(Optional.of("Y"));
    }

    /** The peer's CompID: the OMS's name, or the broker's. Empty when the file leaves it out. */
    public String compId() {
        return value(SessionSettings.TARGETCOMPID).orElse("");
    }

    public SessionID sessionId() {
        return new SessionID(
                value(SessionSettings.BEGINSTRING).orElse(""),
                value(SessionSettings.SENDERCOMPID).orElse(""),
                value(SessionSettings.SENDERSUBID).orElse(""),
                value(SessionSettings.SENDERLOCID).orElse(""),
                compId(),
                value(SessionSettings.TARGETSUBID).orElse(""),
                value(SessionSettings.TARGETLOCID).orElse(""),
                value(SessionSettings.SESSION_QUALIFIER).orElse(""));
    }

    /** The whole name, such as {@code FIX.4.4:SLUICE->ALPHA}. */
    public String name() {
        return sessionId().toString();
    }

    public Role role() {
        return value(FixSettingsKeys.ROLE).equals(Optional.of("dropcopy"))
                ? Role.DROPCOPY
                : Role.OMS;
    }

    public boolean isOms() {
        return role() == Role.OMS;
    }

    /** The account of an order that comes without Account(1). */
    public Optional<String> defaultAccount() {
        return defaultAccountEntry().map(FixSettingsEntry::value);
    }

    public Optional<FixSettingsEntry> defaultAccountEntry() {
        return entry(FixSettingsKeys.DEFAULT_ACCOUNT);
    }

    /** The otherwise refused settings that this session allows by name. */
    List<String> allowed() {
        return value(FixSettingsKeys.ALLOW).stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(String::trim)
                .toList();
    }

    boolean isNonStop() {
        return isYes(Session.SETTING_NON_STOP_SESSION);
    }

    /** How errors call the session. */
    String label() {
        return compId().isEmpty() ? "SESSION" : compId();
    }

    FixSettingsMistake mistake(String key, String message) {
        return new FixSettingsMistake(file, line, 1, label() + "." + key, message);
    }

    /** A mistake at the line that gives the setting, in whichever section that is. */
    FixSettingsMistake mistakeAt(FixSettingsEntry entry, String message) {
        return entry.mistake(own.containsKey(entry.key()) ? label() : "DEFAULT", message);
    }
}
