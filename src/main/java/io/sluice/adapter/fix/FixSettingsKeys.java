package io.sluice.adapter.fix;

import quickfix.Acceptor;
import quickfix.Initiator;
import quickfix.SLF4JLogFactory;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionSettings;
import quickfix.mina.NetworkingOptions;
import quickfix.mina.ssl.SSLSupport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings a FIX session can have: QuickFIX/J's, and our own, which begin with Sluice. */
final class FixSettingsKeys {

    static final String ROLE = "SluiceRole";
    static final String ALLOW = "SluiceAllow";
    static final String DEFAULT_ACCOUNT = "SluiceDefaultAccount";

    /** The settings that QuickFIX/J looks for again with 1, 2, 3 ... behind their names. */
    private static final Pattern NUMBERED =
            Pattern.compile("(SocketConnect(?:Host|Port|Protocol)|LogonTag)[1-9]\\d?");

    private static final Map<String, FixSettingsKind> KINDS = kinds();

    static Optional<FixSettingsKind> kind(String key) {
        return Optional.ofNullable(KINDS.get(NUMBERED.matcher(key).replaceFirst("$1")));
    }

    static SortedSet<String> names() {
        return new TreeSet<>(KINDS.keySet());
    }

    private static Map<String, FixSettingsKind> kinds() {
        Map<String, FixSettingsKind> kinds = new TreeMap<>();
        put(kinds, FixSettingsKind.FLAG, sessionFlags());
        put(kinds, FixSettingsKind.FLAG, otherFlags());
        put(kinds, FixSettingsKind.TEXT, texts());
        kinds.putAll(identity());
        kinds.putAll(session());
        kinds.putAll(connection());
        return Map.copyOf(kinds);
    }

    private static void put(
            Map<String, FixSettingsKind> kinds, FixSettingsKind kind, List<String> keys) {
        keys.forEach(key -> kinds.put(key, kind));
    }

    private static Map<String, FixSettingsKind> identity() {
        return Map.of(
                SessionSettings.BEGINSTRING,
                FixSettingsKind.TEXT,
                SessionSettings.SENDERCOMPID,
                FixSettingsKind.COMP_ID,
                SessionSettings.SENDERSUBID,
                FixSettingsKind.COMP_ID,
                SessionSettings.SENDERLOCID,
                FixSettingsKind.COMP_ID,
                SessionSettings.TARGETCOMPID,
                FixSettingsKind.COMP_ID,
                SessionSettings.TARGETSUBID,
                FixSettingsKind.COMP_ID,
                SessionSettings.TARGETLOCID,
                FixSettingsKind.COMP_ID,
                SessionSettings.SESSION_QUALIFIER,
                FixSettingsKind.COMP_ID,
                ROLE,
                FixSettingsKind.ROLE,
                DEFAULT_ACCOUNT,
                FixSettingsKind.NAME);
    }

    private static Map<String, FixSettingsKind> session() {
        return Map.ofEntries(
                Map.entry(Session.SETTING_HEARTBTINT, FixSettingsKind.POSITIVE),
                Map.entry(Session.SETTING_MAX_LATENCY, FixSettingsKind.POSITIVE),
                Map.entry(Session.SETTING_TEST_REQUEST_DELAY_MULTIPLIER, FixSettingsKind.FACTOR),
                Map.entry(Session.SETTING_HEARTBEAT_TIMEOUT_MULTIPLIER, FixSettingsKind.FACTOR),
                Map.entry(Session.SETTING_START_DAY, FixSettingsKind.DAY),
                Map.entry(Session.SETTING_END_DAY, FixSettingsKind.DAY),
                Map.entry(Session.SETTING_WEEKDAYS, FixSettingsKind.DAYS),
                Map.entry(Session.SETTING_TIMEZONE, FixSettingsKind.ZONE),
                Map.entry(Session.SETTING_START_TIME, FixSettingsKind.TIME),
                Map.entry(Session.SETTING_END_TIME, FixSettingsKind.TIME),
                Map.entry(Session.SETTING_DATA_DICTIONARY, FixSettingsKind.DICTIONARY),
                Map.entry(Session.SETTING_TRANSPORT_DATA_DICTIONARY, FixSettingsKind.DICTIONARY),
                Map.entry(Session.SETTING_APP_DATA_DICTIONARY, FixSettingsKind.DICTIONARY),
                Map.entry(Session.SETTING_LOGON_TIMEOUT, FixSettingsKind.POSITIVE),
                Map.entry(Session.SETTING_LOGOUT_TIMEOUT, FixSettingsKind.POSITIVE),
                Map.entry(Session.SETTING_LOGON_TAG, FixSettingsKind.LOGON_TAG),
                Map.entry(Session.SETTING_TIMESTAMP_PRECISION, FixSettingsKind.PRECISION),
                Map.entry(Session.SETTING_RESEND_REQUEST_CHUNK_SIZE, FixSettingsKind.COUNT),
                Map.entry(Session.SETTING_MAX_SCHEDULED_WRITE_REQUESTS, FixSettingsKind.COUNT));
    }

    private static Map<String, FixSettingsKind> connection() {
        return Map.ofEntries(
                Map.entry(SessionFactory.SETTING_CONNECTION_TYPE, FixSettingsKind.CONNECTION),
                Map.entry(Acceptor.SETTING_SOCKET_ACCEPT_PROTOCOL, FixSettingsKind.PROTOCOL),
                Map.entry(Acceptor.SETTING_SOCKET_ACCEPT_PORT, FixSettingsKind.PORT),
                Map.entry(Initiator.SETTING_RECONNECT_INTERVAL, FixSettingsKind.INTERVALS),
                Map.entry(Initiator.SETTING_SOCKET_CONNECT_PROTOCOL, FixSettingsKind.PROTOCOL),
                Map.entry(Initiator.SETTING_SOCKET_CONNECT_PORT, FixSettingsKind.PORT),
                Map.entry(Initiator.SETTING_SOCKET_CONNECT_TIMEOUT, FixSettingsKind.POSITIVE),
                Map.entry(Initiator.SETTING_SOCKET_LOCAL_PORT, FixSettingsKind.PORT),
                Map.entry(Initiator.SETTING_PROXY_PORT, FixSettingsKind.PORT),
                Map.entry(
                        NetworkingOptions.SETTING_SOCKET_RECEIVE_BUFFER_SIZE,
                        FixSettingsKind.POSITIVE),
                Map.entry(
                        NetworkingOptions.SETTING_SOCKET_SEND_BUFFER_SIZE,
                        FixSettingsKind.POSITIVE),
                Map.entry(NetworkingOptions.SETTING_SOCKET_LINGER, FixSettingsKind.INTEGER),
                Map.entry(
                        NetworkingOptions.SETTING_SOCKET_SYNCHRONOUS_WRITE_TIMEOUT,
                        FixSettingsKind.POSITIVE));
    }

    private static List<String> sessionFlags() {
        return List.of(
                Session.SETTING_CHECK_LATENCY,
                Session.SETTING_CHECK_COMP_ID,
                Session.SETTING_NON_STOP_SESSION,
                Session.SETTING_USE_DATA_DICTIONARY,
                Session.SETTING_VALIDATE_FIELDS_OUT_OF_ORDER,
                Session.SETTING_VALIDATE_UNORDERED_GROUP_FIELDS,
                Session.SETTING_FIRST_FIELD_IN_GROUP_IS_DELIMITER,
                Session.SETTING_VALIDATE_FIELDS_HAVE_VALUES,
                Session.SETTING_VALIDATE_INCOMING_MESSAGE,
                Session.SETTING_VALIDATE_SEQUENCE_NUMBERS,
                Session.SETTING_VALIDATE_USER_DEFINED_FIELDS,
                Session.SETTING_VALIDATE_CHECKSUM,
                Session.SETTING_RESET_ON_LOGON,
                Session.SETTING_RESET_ON_LOGOUT,
                Session.SETTING_RESET_ON_DISCONNECT,
                Session.SETTING_RESET_ON_ERROR,
                Session.SETTING_REFRESH_ON_LOGON,
                Session.SETTING_DISCONNECT_ON_ERROR,
                Session.SETTING_SEND_REDUNDANT_RESEND_REQUEST,
                Session.SETTING_PERSIST_MESSAGES,
                Session.SETTING_USE_CLOSED_RESEND_INTERVAL,
                Session.SETTING_ALLOW_UNKNOWN_MSG_FIELDS,
                Session.SETTING_DISABLE_HEART_BEAT_CHECK,
                Session.SETTING_ENABLE_LAST_MSG_SEQ_NUM_PROCESSED,
                Session.SETTING_ENABLE_NEXT_EXPECTED_MSG_SEQ_NUM,
                Session.SETTING_REJECT_GARBLED_MESSAGE,
                Session.SETTING_REJECT_INVALID_MESSAGE,
                Session.SETTING_REJECT_MESSAGE_ON_UNHANDLED_EXCEPTION,
                Session.SETTING_REQUIRES_ORIG_SENDING_TIME,
                Session.SETTING_FORCE_RESEND_WHEN_CORRUPTED_STORE,
                Session.SETTING_LOG_MESSAGE_WHEN_SESSION_NOT_FOUND,
                Session.SETTING_ALLOW_POS_DUP_MESSAGES);
    }

    private static List<String> otherFlags() {
        return List.of(
                SessionFactory.SETTING_CONTINUE_INIT_ON_ERROR,
                Acceptor.SETTING_ACCEPTOR_TEMPLATE,
                Initiator.SETTING_DYNAMIC_SESSION,
                NetworkingOptions.SETTING_SOCKET_KEEPALIVE,
                NetworkingOptions.SETTING_SOCKET_OOBINLINE,
                NetworkingOptions.SETTING_SOCKET_REUSE_ADDRESS,
                NetworkingOptions.SETTING_SOCKET_TCP_NODELAY,
                NetworkingOptions.SETTING_SOCKET_SYNCHRONOUS_WRITES,
                SSLSupport.SETTING_USE_SSL,
                SSLSupport.SETTING_NEED_CLIENT_AUTH,
                SSLSupport.SETTING_USE_SNI,
                SLF4JLogFactory.SETTING_PREPEND_SESSION_ID,
                SLF4JLogFactory.SETTING_LOG_HEARTBEATS);
    }

    private static List<String> texts() {
        return List.of(
                ALLOW,
                Session.SETTING_DESCRIPTION,
                Session.SETTING_DEFAULT_APPL_VER_ID,
                Session.SETTING_ALLOWED_REMOTE_ADDRESSES,
                Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS,
                Initiator.SETTING_SOCKET_CONNECT_HOST,
                Initiator.SETTING_SOCKET_LOCAL_HOST,
                Initiator.SETTING_PROXY_TYPE,
                Initiator.SETTING_PROXY_VERSION,
                Initiator.SETTING_PROXY_HOST,
                Initiator.SETTING_PROXY_USER,
                Initiator.SETTING_PROXY_PASSWORD,
                Initiator.SETTING_PROXY_DOMAIN,
                Initiator.SETTING_PROXY_WORKSTATION,
                NetworkingOptions.SETTING_SOCKET_TRAFFIC_CLASS,
                SSLSupport.SETTING_KEY_STORE_NAME,
                SSLSupport.SETTING_KEY_STORE_PWD,
                SSLSupport.SETTING_KEY_STORE_TYPE,
                SSLSupport.SETTING_KEY_MANAGER_FACTORY_ALGORITHM,
                SSLSupport.SETTING_TRUST_STORE_NAME,
                SSLSupport.SETTING_TRUST_STORE_PWD,
                SSLSupport.SETTING_TRUST_STORE_TYPE,
                SSLSupport.SETTING_TRUST_MANAGER_FACTORY_ALGORITHM,
                SSLSupport.SETTING_ENDPOINT_IDENTIFICATION_ALGORITHM,
                SSLSupport.SETTING_SNI_HOST_NAME,
                SSLSupport.SETTING_ENABLED_PROTOCOLS,
                SSLSupport.SETTING_CIPHER_SUITES,
                SLF4JLogFactory.SETTING_EVENT_CATEGORY,
                SLF4JLogFactory.SETTING_ERROR_EVENT_CATEGORY,
                SLF4JLogFactory.SETTING_INMSG_CATEGORY,
                SLF4JLogFactory.SETTING_OUTMSG_CATEGORY);
    }

    private FixSettingsKeys() {}
}
