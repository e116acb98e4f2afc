package io.sluice.adapter.fix;

import org.jspecify.annotations.Nullable;

import quickfix.Group;
import quickfix.Message;
import quickfix.MessageFactory;
import quickfix.field.ApplVerID;

/** Makes messages without a class per type. */
final class PlainMessageFactory implements MessageFactory {

    /** The text of the message that this thread is about to have read in part. */
    private static final ThreadLocal<@Nullable String> WHOLE = new ThreadLocal<>();

    /** The next message that this thread has made is read from a part of this text. */
    static void nextIsPartOf(String whole) {
        WHOLE.set(whole);
    }

    /** The message was handed over, read or not. */
    static void forgetPart() {
        WHOLE.remove();
    }

    @Override
    public Message create(String beginString, String msgType) {
        String whole = WHOLE.get();
        WHOLE.remove();
        Message message = whole == null ? new Message() : new WholeMessage(whole);
        message.getHeader().setString(Tags.BEGIN_STRING, beginString);
        message.getHeader().setString(Tags.MSG_TYPE, msgType);
        return message;
    }

    @Override
    public Message create(String beginString, ApplVerID applVerID, String msgType) {
        return create(beginString, msgType);
    }

    @Override
    public @Nullable Group create(String beginString, String msgType, int correspondingFieldID) {
        return null;
    }
}
