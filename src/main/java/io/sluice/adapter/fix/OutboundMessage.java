package io.sluice.adapter.fix;

import quickfix.Field;
import quickfix.Message;

/**
 * A message of ours whose body is text: what is carried through stays byte for byte and in order,
 * also groups that no dictionary knows. QuickFIX/J fills in the header.
 */
public final class OutboundMessage extends Message {

    private final String body;

    public OutboundMessage(String msgType, String body) {
        this.body = body;
        getHeader().setString(Tags.MSG_TYPE, msgType);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(body.length() + 96);
        append(text, Tags.MSG_TYPE);
        append(text, Tags.SENDER_COMP_ID);
        append(text, Tags.TARGET_COMP_ID);
        append(text, Tags.MSG_SEQ_NUM);
        append(text, Tags.SENDING_TIME);
        getHeader().iterator().forEachRemaining(field -> appendOther(text, field));
        text.append(body);
        return FixText.message(header(Tags.BEGIN_STRING), text.toString());
    }

    private void append(StringBuilder text, int tag) {
        text.append(tag).append('=').append(header(tag)).append(FixFields.SOH);
    }

    private static void appendOther(StringBuilder text, Field<?> field) {
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
