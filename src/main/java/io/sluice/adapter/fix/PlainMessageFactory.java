package io.sluice.adapter.fix;

import org.jspecify.annotations.Nullable;

import quickfix.Group;
import quickfix.Message;
import quickfix.MessageFactory;
import quickfix.field.ApplVerID;

/** Makes messages without a class per type. */
final class PlainMessageFactory implements MessageFactory {

    @Override
    public Message create(String beginString, String msgType) {
        Message message = new Message();
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
