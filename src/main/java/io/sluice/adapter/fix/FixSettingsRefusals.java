package io.sluice.adapter.fix;

import quickfix.Acceptor;
import quickfix.Initiator;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.mina.NetworkingOptions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The settings that would break one of the router's promises, or that it does not follow. */
final class FixSettingsRefusals {

    /** What a session may allow itself by name, with SluiceAllow. */
    static final List<String> ALLOWABLE =
            List.of(
                    Session.SETTING_REFRESH_ON_LOGON,
                    Session.SETTING_RESET_ON_DISCONNECT,
                    Session.SETTING_RESET_ON_ERROR,
                    Session.SETTING_RESET_ON_LOGON,
                    Session.SETTING_RESET_ON_LOGOUT);

    private static final String LOST =
            "is refused: a reset of sequence numbers loses what the peer has not received;"
                    + " SluiceAllow can name it for one session";

    private static final List<Refusal> REFUSALS =
            List.of(
                    new Refusal(Session.SETTING_RESET_ON_LOGON, "Y", LOST),
                    new Refusal(Session.SETTING_RESET_ON_LOGOUT, "Y", LOST),
                    new Refusal(Session.SETTING_RESET_ON_DISCONNECT, "Y", LOST),
                    new Refusal(Session.SETTING_RESET_ON_ERROR, "Y", LOST),
                    new Refusal(
                            Session.SETTING_REFRESH_ON_LOGON,
                            "Y",
                            "is refused: the journal alone knows the session's state;"
                                    + " SluiceAllow can name it for one session"),
                    new Refusal(
                            Session.SETTING_PERSIST_MESSAGES,
                            "N",
                            "is refused: reports could not be sent again"),
                    new Refusal(
                            Session.SETTING_REJECT_MESSAGE_ON_UNHANDLED_EXCEPTION,
                            "N",
                            "is refused: a message that the router fails on would come for ever"),
                    new Refusal(
                            Session.SETTING_DISCONNECT_ON_ERROR,
                            "Y",
                            "is refused: a message that the router fails on would come for ever"),
                    new Refusal(
                            Session.SETTING_REJECT_GARBLED_MESSAGE,
                            "N",
                            "is refused: a message that cannot be read would come for ever"),
                    new Refusal(
                            Session.SETTING_VALIDATE_CHECKSUM,
                            "N",
                            "is refused: a garbled message could be taken for an order"),
                    new Refusal(
                            NetworkingOptions.SETTING_SOCKET_SYNCHRONOUS_WRITES,
                            "Y",
                            "is refused: a slow peer would stop the router"),
                    new Refusal(
                            Session.SETTING_FORCE_RESEND_WHEN_CORRUPTED_STORE,
                            "Y",
                            "is refused: orders could be sent twice"),
                    new Refusal(
                            Session.SETTING_ALLOW_POS_DUP_MESSAGES,
                            "Y",
                            "is refused: a message could be taken twice"),
                    new Refusal(
                            Session.SETTING_VALIDATE_SEQUENCE_NUMBERS,
                            "N",
                            "is refused: lost messages would go unseen"),
                    new Refusal(
                            SessionFactory.SETTING_CONTINUE_INIT_ON_ERROR,
                            "Y",
                            "is refused: a session could be left out unseen"),
                    new Refusal(
                            Acceptor.SETTING_ACCEPTOR_TEMPLATE,
                            "Y",
                            "is refused: every session must be listed"),
                    new Refusal(
                            Initiator.SETTING_DYNAMIC_SESSION,
                            "Y",
                            "is refused: every session must be listed"));

    /** Where QuickFIX/J's own message stores keep things. */
    private static final Pattern STORE = Pattern.compile("(FileStore|Sleepycat|Jdbc|Jndi).*");

    /** What QuickFIX/J's own file and screen logs write. */
    private static final Pattern LOG = Pattern.compile("(FileLog|FileInclude|Screen).*");

    private record Refusal(String key, String value, String why) {}

    /** What the session may not have, own values and values from [DEFAULT] alike. */
    static List<FixSettingsMistake> mistakes(FixSettingsSession session) {
        List<FixSettingsMistake> mistakes = new ArrayList<>();
        for (Refusal refusal : REFUSALS) {
            session.entry(refusal.key())
                    .filter(entry -> entry.value().equals(refusal.value()))
                    .filter(entry -> !allows(session, refusal.key()))
                    .map(entry -> session.mistakeAt(entry, refusal.value() + " " + refusal.why()))
                    .ifPresent(mistakes::add);
        }
        session.entry(Session.SETTING_MAX_SCHEDULED_WRITE_REQUESTS)
                .map(
                        entry ->
                                session.mistakeAt(
                                        entry,
                                        entry.shown()
                                                + " is refused: it drops the connection of a slow"
                                                + " peer; the outbox bounds what waits"))
                .ifPresent(mistakes::add);
        return mistakes;
    }

    private static boolean allows(FixSettingsSession session, String key) {
        return ALLOWABLE.contains(key) && session.allowed().contains(key);
    }

    static boolean isStore(String key) {
        return STORE.matcher(key).matches();
    }

    static boolean isLog(String key) {
        return LOG.matcher(key).matches();
    }

    private FixSettingsRefusals() {}
}
