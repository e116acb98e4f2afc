package io.sluice.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes FIX 4.4 messages into a buffer, without making objects. Begin, add fields, end. Not
 * thread-safe.
 */
final class MessageWriter {

    static final byte SOH = 1;

    /** Room before the body for BeginString(8) and BodyLength(9). */
    private static final int HEAD_ROOM = 32;

    private static final byte[] BEGIN = ascii("8=FIX.4.4\u00019=");

    private final byte[] bytes = new byte[4_096];
    private final byte[] names;
    private final SendingTime sendingTime = new SendingTime();
    private int at;
    private int nextNumber = 1;

    MessageWriter(String senderCompId, String targetCompId) {
        this.names = ascii("49=" + senderCompId + "\u000156=" + targetCompId + "\u0001");
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    int nextNumber() {
        return nextNumber;
    }

    /** The header of the next message of ours. */
    MessageWriter begin(char msgType) {
        return begin(msgType, nextNumber++);
    }

    MessageWriter begin(char msgType, int msgSeqNum) {
        at = HEAD_ROOM;
        tag(35).put((byte) msgType).put(SOH);
        put(names);
        field(34, msgSeqNum);
        return timestamp(52);
    }

    MessageWriter timestamp(int tag) {
        return tag(tag).put(sendingTime.now()).put(SOH);
    }

    MessageWriter field(int tag, byte[] value) {
        return tag(tag).put(value).put(SOH);
    }

    MessageWriter field(int tag, byte[] source, int from, int to) {
        tag(tag);
        System.arraycopy(source, from, bytes, at, to - from);
        at += to - from;
        return put(SOH);
    }

    MessageWriter field(int tag, int value) {
        return tag(tag).number(value).put(SOH);
    }

    MessageWriter letter(int tag, char value) {
        return tag(tag).put((byte) value).put(SOH);
    }

    /** A number of always the same width, after a letter. */
    MessageWriter id(int tag, char letter, int value) {
        tag(tag).put((byte) letter);
        int rest = value;
        for (int i = at + 8; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += 9;
        return put(SOH);
    }

    /** Puts length and checksum around the message and the whole into the buffer. */
    void end(ByteBuffer out) {
        int end = at;
        int length = end - HEAD_ROOM;
        at = HEAD_ROOM - BEGIN.length - digits(length) - 1;
        int start = at;
        put(BEGIN).number(length).put(SOH);

        int sum = 0;
        for (int i = start; i < end; i++) {
            sum += bytes[i] & 0xFF;
        }
        at = end;
        tag(10);
        int checksum = sum & 0xFF;
        put((byte) ('0' + checksum / 100));
        put((byte) ('0' + checksum / 10 % 10));
        put((byte) ('0' + checksum % 10));
        put(SOH);
        out.put(bytes, start, at - start);
    }

    private MessageWriter tag(int tag) {
        return number(tag).put((byte) '=');
    }

    private MessageWriter number(int value) {
        int length = digits(value);
        int rest = value;
        for (int i = at + length - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += length;
        return this;
    }

    private static int digits(int value) {
        int digits = 1;
        for (int rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private MessageWriter put(byte value) {
        bytes[at++] = value;
        return this;
    }

    private MessageWriter put(byte[] value) {
        System.arraycopy(value, 0, bytes, at, value.length);
        at += value.length;
        return this;
    }
}
