package io.sluice.adapter.fix;

import java.util.Arrays;
import java.util.List;

/** Where in the journal each message of a session is, by MsgSeqNum(34). Eight bytes a message. */
final class MessageIndex {

    private static final int FIRST_SIZE = 1_024;

    private long[] positions = new long[FIRST_SIZE];
    private int first = 1;
    private int count;

    /** Numbers may be skipped, never set back. */
    void put(int number, long position) {
        if (count == 0) {
            first = number;
        }
        int slot = number - first;
        if (slot < 0) {
            throw new IllegalStateException(
                    "Message " + number + " was stored after message " + first);
        }
        if (slot >= positions.length) {
            positions = Arrays.copyOf(positions, Math.max(slot + 1, positions.length * 2));
        }
        positions[slot] = position;
        count = Math.max(count, slot + 1);
    }

    /** 0 when there is no such message. */
    long find(int number) {
        int slot = number - first;
        return slot < 0 || slot >= count ? 0 : positions[slot];
    }

    /** The lowest position; {@code Long.MAX_VALUE} when there is no message. */
    long oldest() {
        return count == 0 ? Long.MAX_VALUE : positions[0];
    }

    int first() {
        return first;
    }

    List<Long> positions() {
        return Arrays.stream(positions, 0, count).boxed().toList();
    }

    void restore(int firstNumber, List<Long> known) {
        clear();
        first = firstNumber;
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i) != 0) {
                put(firstNumber + i, known.get(i));
            }
        }
    }

    void clear() {
        positions = new long[FIRST_SIZE];
        first = 1;
        count = 0;
    }
}
