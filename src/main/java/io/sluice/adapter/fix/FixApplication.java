package io.sluice.adapter.fix;

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

import java.util.function.Function;

/** QuickFIX/J's callbacks, on the engine's thread: each goes to the handler of its session. */
final class FixApplication implements Application {

    private static final Logger LOG = LoggerFactory.getLogger(FixApplication.class);

    private final Function<SessionID, FixSession> sessions;
    private final int maxMessageBytes;

    FixApplication(Function<SessionID, FixSession> sessions, int maxMessageBytes) {
        this.sessions = sessions;
        this.maxMessageBytes = maxMessageBytes;
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
        session.handler().onLogon(session);
    }

    @Override
    public void onLogout(SessionID id) {
        FixSession session = sessions.apply(id);
        LOG.info("Session {} is logged out", session.name());
        session.synchronised(false);
        session.handler().onLogout(session);
    }

    @Override
    public void toAdmin(Message message, SessionID id) {}

    @Override
    public void toApp(Message message, SessionID id) throws DoNotSend {}

    @Override
    public void fromAdmin(Message message, SessionID id) {
        FixSession session = sessions.apply(id);
        FixFields fields = FixFields.parse(message.toRawString());
        session.handler().onAdmin(session, msgType(fields), fields);
    }

    @Override
    public void fromApp(Message message, SessionID id)
            throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue, UnsupportedMessageType {
        String text = message.toRawString();
        if (text.length() > maxMessageBytes) {
            throw new IncorrectTagValue(
                    Tags.BODY_LENGTH,
                    Integer.toString(text.length()),
                    "Message is longer than " + maxMessageBytes + " bytes");
        }
        FixSession session = sessions.apply(id);
        try {
            FixFields fields = FixFields.parse(text);
            session.handler().onMessage(session, msgType(fields), fields);
        } catch (RuntimeException e) {
            // QuickFIX/J answers with BusinessMessageReject(j) and keeps nothing of the cause.
            LOG.error("ALARM: {}: failed on a message and rejects it: {}", id, text, e);
            throw e;
        }
    }

    private static String msgType(FixFields fields) {
        return fields.find(Tags.MSG_TYPE).orElse("");
    }
}
