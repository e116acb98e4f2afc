package io.sluice.adapter.fix;

import org.jspecify.annotations.Nullable;

import quickfix.Field;
import quickfix.Message;
import quickfix.SessionID;

import java.time.Instant;

/**
 * A message of ours whose body is text: what is carried through stays byte for byte and in order,
 * also groups that no dictionary knows. QuickFIX/J fills in the header.
 */
public final class OutboundMessage extends Message {

    private final String body;
    private @Nullable Instant sentAt;

    public OutboundMessage(String msgType, String body) {
        this.body = body;
        getHeader().setString(Tags.MSG_TYPE, msgType);
    }

    String msgType() {
        return header(Tags.MSG_TYPE);
    }

    String body() {
        return body;
    }

    OutboundMessage onBehalfOf(String compId) {
        getHeader().setString(Tags.ON_BEHALF_OF_COMP_ID, compId);
        return this;
    }

    OutboundMessage mayRepeat(boolean mayRepeat) {
        if (mayRepeat) {
            getHeader().setString(Tags.POSS_RESEND, "Y");
        }
        return this;
    }

    /**
     * Fixes SendingTime(52), whatever QuickFIX/J says, and leaves out what only the moment knows:
     * LastMsgSeqNumProcessed(369). The text can then be made again.
     */
    OutboundMessage sentAt(Instant time) {
        sentAt = time;
        return this;
    }

    /** The text that QuickFIX/J has made of this message, which has a fixed SendingTime(52). */
    String text(SessionID session, int msgSeqNum) {
        Header header = getHeader();
        header.setString(Tags.BEGIN_STRING, session.getBeginString());
        header.setString(Tags.SENDER_COMP_ID, session.getSenderCompID());
        header.setString(Tags.TARGET_COMP_ID, session.getTargetCompID());
        setIfAny(50, session.getSenderSubID());
        setIfAny(57, session.getTargetSubID());
        setIfAny(142, session.getSenderLocationID());
        setIfAny(143, session.getTargetLocationID());
        header.setInt(Tags.MSG_SEQ_NUM, msgSeqNum);
        return toString();
    }

    private void setIfAny(int tag, String value) {
        if (!value.isEmpty()) {
            getHeader().setString(tag, value);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(body.length() + 96);
        append(text, Tags.MSG_TYPE);
        append(text, Tags.SENDER_COMP_ID);
        append(text, Tags.TARGET_COMP_ID);
        append(text, Tags.MSG_SEQ_NUM);
        appendSendingTime(text);
        getHeader().iterator().forEachRemaining(field -> appendOther(text, field));
        text.append(body);
        return FixText.message(header(Tags.BEGIN_STRING), text.toString());
    }

    private void append(StringBuilder text, int tag) {
        text.append(tag).append('=').append(header(tag)).append(FixFields.SOH);
    }

    private void appendSendingTime(StringBuilder text) {
        if (sentAt == null) {
            append(text, Tags.SENDING_TIME);
        } else {
            text.append(Tags.SENDING_TIME).append('=').append(FixText.timestamp(sentAt));
            text.append(FixFields.SOH);
        }
    }

    private void appendOther(StringBuilder text, Field<?> field) {
        if (sentAt != null && field.getTag() == Tags.LAST_MSG_SEQ_NUM_PROCESSED) {
            return;
        }
        switch (field.getTag()) {
            case Tags.BEGIN_STRING,
                    Tags.BODY_LENGTH,
                    Tags.MSG_TYPE,
                    Tags.SENDER_COMP_ID,
                    Tags.TARGET_COMP_ID,
                    Tags.MSG_SEQ_NUM,
                    Tags.SENDING_TIME -> {}
            default ->
                    text.append(field.getTag())
                            .append('=')
                            .append(field.getObject())
                            .append(FixFields.SOH);
        }
    }

    private String header(int tag) {
        return getHeader()
                .getOptionalString(tag)
                .orElseThrow(() -> new IllegalStateException("Header has no field " + tag));
    }
}
