package io.sluice.adapter.fix;

import io.sluice.port.SessionStatus;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import quickfix.Application;
import quickfix.DoNotSend;
import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** QuickFIX/J's callbacks, on the engine's thread: each goes to the handler of its session. */
final class FixApplication implements Application {

    private static final Logger LOG = LoggerFactory.getLogger(FixApplication.class);

    private static final int LONGEST_QUOTE = 64;
    private static final String COMP_ID_PROBLEM = "9";

    private final Function<SessionID, FixSession> sessions;
    private final Deliverer deliverer;
    private final int maxMessageBytes;
    private final Consumer<Error> fatal;

    /**
     * @param fatal told of an Error, after which nothing of the open frame may be kept
     */
    FixApplication(
            Function<SessionID, FixSession> sessions,
            Deliverer deliverer,
            int maxMessageBytes,
            Consumer<Error> fatal) {
        this.sessions = sessions;
        this.deliverer = deliverer;
        this.maxMessageBytes = maxMessageBytes;
        this.fatal = fatal;
    }

    @Override
    public void onCreate(SessionID id) {
        FixSession session = sessions.apply(id);
        Session created = Session.lookupSession(id);
        created.addStateListener(new ConnectionListener(session));
        session.created(created);
    }

    @Override
    public void onLogon(SessionID id) {
        FixSession session = sessions.apply(id);
        LOG.info("Session {} is logged on", session.name());
        session.proof().onLogon();
        session.handler().onLogon(session);
        deliverer.goOn(session);
    }

    @Override
    public void onLogout(SessionID id) {
        FixSession session = sessions.apply(id);
        LOG.info("Session {} is logged out", session.name());
        session.synchronised(false);
        session.handler().onLogout(session);
    }

    /**
     * QuickFIX/J's Reject(3) names the field that is wrong; here it says its value, too. A report
     * of a broker that is rejected so is one that nobody books.
     */
    @Override
    public void toAdmin(Message message, SessionID id) {
        boolean rejects =
                message.getHeader().getOptionalString(Tags.MSG_TYPE).equals(Optional.of("3"));
        if (rejects && sessions.apply(id).role() == SessionStatus.Role.BROKER) {
            LOG.error("ALARM: {}: we reject a message of the broker: {}", id, message);
        }
        if (!message.isSetField(Tags.SESSION_REJECT_REASON) || !message.isSetField(Tags.TEXT)) {
            return;
        }
        FixFields reject = FixFields.parse(message.toString());
        String text = reject.find(Tags.TEXT).orElse("");
        String told = text + was(sessions.apply(id), reject, text);
        message.setString(Tags.TEXT, told);
        LOG.warn(
                "{}: rejected message {}: {}", id, reject.find(Tags.REF_SEQ_NUM).orElse("?"), told);
    }

    private static String was(FixSession session, FixFields reject, String text) {
        if (reject.find(Tags.SESSION_REJECT_REASON).equals(Optional.of(COMP_ID_PROBLEM))) {
            return ", was SenderCompID(49)=%s TargetCompID(56)=%s"
                    .formatted(
                            session.heardField(Tags.SENDER_COMP_ID).orElse(""),
                            session.heardField(Tags.TARGET_COMP_ID).orElse(""));
        }
        return reject.find(Tags.REF_TAG_ID)
                .flatMap(tag -> session.heardField(Integer.parseInt(tag)))
                .map(FixApplication::quote)
                .filter(value -> !text.contains(value))
                .map(value -> ", was " + value)
                .orElse("");
    }

    private static String quote(String value) {
        return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "...";
    }

    @Override
    public void toApp(Message message, SessionID id) throws DoNotSend {
        boolean rejects =
                message.getHeader().getOptionalString(Tags.MSG_TYPE).equals(Optional.of("j"));
        if (rejects && !message.isSetField(Tags.BUSINESS_REJECT_REF_ID)) {
            sessions.apply(id)
                    .heardField(Tags.CL_ORD_ID)
                    .ifPresent(it -> message.setString(Tags.BUSINESS_REJECT_REF_ID, it));
        }
    }

    @Override
    public void fromAdmin(Message message, SessionID id) throws IncorrectTagValue {
        FixSession session = sessions.apply(id);
        FixFields fields = readable(id, message.toRawString());
        String msgType = msgType(fields);
        if (msgType.equals("2")) {
            requireBeginSeqNo(fields);
        }
        session.proof().heard(msgType, fields);
        session.handler().onAdmin(session, msgType, fields);
    }

    /** QuickFIX/J answers a request that begins at 0 under a number that then never leaves. */
    private static void requireBeginSeqNo(FixFields resendRequest) throws IncorrectTagValue {
        String from = resendRequest.find(Tags.BEGIN_SEQ_NO).orElse("");
        if (!from.matches("0*[1-9][0-9]{0,9}")) {
            throw new IncorrectTagValue(Tags.BEGIN_SEQ_NO, from, "BeginSeqNo(7) must be 1 or more");
        }
    }

    @Override
    public void fromApp(Message message, SessionID id)
            throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue, UnsupportedMessageType {
        FixSession session = sessions.apply(id);
        String text = message.toRawString();
        try {
            if (session.role() == SessionStatus.Role.BROKER) {
                fromBroker(session, text);
            } else {
                fromOms(session, text);
            }
        } catch (Error e) {
            // QuickFIX/J would consume the message and go on: a fill would be gone.
            fatal.accept(e);
            throw e;
        }
    }

    /** What we fail on is rejected by QuickFIX/J, which keeps nothing of the cause. */
    private void fromOms(FixSession session, String text)
            throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue, UnsupportedMessageType {
        if (text.length() > maxMessageBytes) {
            throw new IncorrectTagValue(
                    Tags.BODY_LENGTH,
                    Integer.toString(text.length()),
                    "Message is longer than " + maxMessageBytes + " bytes");
        }
        try {
            FixFields fields = checked(text);
            session.handler().onMessage(session, msgType(fields), fields);
        } catch (RuntimeException e) {
            LOG.error("ALARM: {}: failed on a message and rejects it: {}", session.id(), text, e);
            throw e;
        }
    }

    /** A report may hold a fill: it is never rejected, and what we fail on is kept. */
    private static void fromBroker(FixSession session, String text)
            throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue, UnsupportedMessageType {
        try {
            FixFields fields = readable(session.id(), text);
            session.handler().onMessage(session, msgType(fields), fields);
        } catch (RuntimeException e) {
            LOG.error("ALARM: {}: failed on a message: {}", session.id(), text, e);
            session.handler().onUnreadable(session, text, e);
        }
    }

    /** An order whose fields do not fit together is rejected. */
    private static FixFields checked(String text) throws IncorrectDataFormat {
        try {
            return FixFields.parse(text);
        } catch (FixFields.MalformedException e) {
            throw new IncorrectDataFormat(e.tag(), e.getMessage());
        }
    }

    /** A report is read as far as it can be: it may hold a fill. */
    private static FixFields readable(SessionID id, String text) {
        try {
            return FixFields.parse(text);
        } catch (FixFields.MalformedException e) {
            LOG.error("ALARM: {} sent a malformed message: {}: {}", id, e.getMessage(), text);
            return FixFields.parseLeniently(text);
        }
    }

    private static String msgType(FixFields fields) {
        return fields.find(Tags.MSG_TYPE).orElse("");
    }
}
