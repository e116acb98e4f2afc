package io.sluice.adapter.fix;

import org.jspecify.annotations.Nullable;

import quickfix.Message;
import quickfix.MessageQueue;

import java.util.HashMap;
import java.util.Map;

/**
 * Messages that came before those they follow, by MsgSeqNum(34). Once a gap is filled QuickFIX/J
 * takes all of them in one go; here it gets a portion, so that what one frame keeps stays small.
 * Engine's thread.
 */
final class AheadMessages implements MessageQueue {

    /** Messages of one frame. */
    static final int PORTION = 100;

    /** Messages that may wait; a peer that sends more without filling its gap is cut off. */
    static final int MAX_WAITING = 100_000;

    private final Map<Integer, Message> waiting = new HashMap<>();
    private int left = PORTION;

    /** A new frame has begun. */
    void beginPortion() {
        left = PORTION;
    }

    boolean has(int sequence) {
        return waiting.containsKey(sequence);
    }

    boolean isOverfull() {
        return waiting.size() > MAX_WAITING;
    }

    @Nullable Message take(int sequence) {
        return waiting.remove(sequence);
    }

    @Override
    public void enqueue(int sequence, Message message) {
        waiting.put(sequence, message);
    }

    @Override
    public @Nullable Message dequeue(int sequence) {
        if (left == 0) {
            return null;
        }
        Message message = waiting.remove(sequence);
        if (message != null) {
            left--;
        }
        return message;
    }

    @Override
    public void dequeueMessagesUpTo(int sequence) {
        waiting.keySet().removeIf(number -> number < sequence);
    }

    @Override
    public void clear() {
        waiting.clear();
    }
}
