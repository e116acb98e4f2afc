package io.sluice.adapter.fix;

import org.jspecify.annotations.Nullable;

import quickfix.Message;
import quickfix.MessageQueue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages that came before those they follow, by MsgSeqNum(34). Once a gap is filled QuickFIX/J
 * takes all of them in one go; here it gets a portion, so that what one frame keeps stays small.
 * Engine's thread.
 */
final class AheadMessages implements MessageQueue {

    /** Messages of one frame. */
    static final int PORTION = 100;

    /** Characters of one frame; a message that is longer goes alone. */
    static final int PORTION_LENGTH = 256 * 1024;

    /** Characters that may wait; a peer that sends more without filling its gap is cut off. */
    static final long MAX_WAITING = 64L * 1024 * 1024;

    private final Map<Integer, Message> waiting = new HashMap<>();
    private long length;
    private int left = PORTION;
    private int lengthLeft = PORTION_LENGTH;

    /** A new frame has begun. */
    void beginPortion() {
        left = PORTION;
        lengthLeft = PORTION_LENGTH;
    }

    boolean has(int sequence) {
        return waiting.containsKey(sequence);
    }

    boolean isOverfull() {
        return length > MAX_WAITING;
    }

    @Nullable Message take(int sequence) {
        Message message = waiting.remove(sequence);
        length -= message == null ? 0 : length(message);
        return message;
    }

    @Override
    public void enqueue(int sequence, Message message) {
        take(sequence);
        waiting.put(sequence, message);
        length += length(message);
    }

    /** A message takes up some room however short it is. */
    private static int length(Message message) {
        String text = message.toRawString();
        return 256 + (text == null ? 0 : text.length());
    }

    @Override
    public @Nullable Message dequeue(int sequence) {
        if (left == 0 || lengthLeft <= 0) {
            return null;
        }
        Message message = take(sequence);
        if (message != null) {
            left--;
            lengthLeft -= length(message);
        }
        return message;
    }

    @Override
    public void dequeueMessagesUpTo(int sequence) {
        List.copyOf(waiting.keySet()).stream()
                .filter(number -> number < sequence)
                .forEach(this::take);
    }

    @Override
    public void clear() {
        waiting.clear();
        length = 0;
    }
}
