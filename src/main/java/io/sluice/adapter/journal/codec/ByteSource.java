package io.sluice.adapter.journal.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A part of an array of bytes that values are read from. No length is believed before it is
 * compared with what is left. For one thread.
 */
public final class ByteSource {

    private static final int MAX_DEPTH = 64;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;

    public ByteSource(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    public ByteSource(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public int remaining() {
        return end - at;
    }

    /** Reads a value that stands in another one; a damaged schema can nest them without end. */
    Object inside(Reader reader) throws UnreadableException {
        if (depth == MAX_DEPTH) {
            throw unreadable("Values nest deeper than " + MAX_DEPTH);
        }
        depth++;
        try {
            return reader.read(this);
        } finally {
            depth--;
        }
    }

    /** That the values fill the bytes exactly. */
    public void requireEnd() throws UnreadableException {
        if (remaining() != 0) {
            throw unreadable(remaining() + " bytes are left over");
        }
    }

    UnreadableException unreadable(String what) {
        return new UnreadableException(what + ", at byte " + at + " of " + end);
    }

    int readByte() throws UnreadableException {
        if (at >= end) {
            throw unreadable("The bytes end too early");
        }
        return bytes[at++] & 0xFF;
    }

    long readUnsigned() throws UnreadableException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw unreadable("A number has more than 10 bytes");
    }

    long readSigned() throws UnreadableException {
        long value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    int readInt() throws UnreadableException {
        long value = readSigned();
        if (value != (int) value) {
            throw unreadable("A number is no int: was " + value);
        }
        return (int) value;
    }

    boolean readBoolean() throws UnreadableException {
        int value = readByte();
        if (value > 1) {
            throw unreadable("A boolean is neither 0 nor 1: was " + value);
        }
        return value == 1;
    }

    /** A number of things, each of which takes a byte at least. */
    int readCount() throws UnreadableException {
        return countOf(readUnsigned(), 1);
    }

    private int countOf(long count, int bytesEach) throws UnreadableException {
        if (count < 0 || count > remaining() / bytesEach) {
            throw unreadable(
                    "A length is longer than the " + remaining() + " bytes left: was " + count);
        }
        return (int) count;
    }

    byte[] readBytes(int count) throws UnreadableException {
        if (count > remaining()) {
            throw unreadable("The bytes end too early");
        }
        byte[] copy = new byte[count];
        System.arraycopy(bytes, at, copy, 0, count);
        at += count;
        return copy;
    }

    String readString() throws UnreadableException {
        long head = readUnsigned();
        boolean wide = (head & 1) == 1;
        int count = countOf(head >>> 1, wide ? 2 : 1);
        String value =
                wide ? wide(count) : new String(bytes, at, count, StandardCharsets.ISO_8859_1);
        at += wide ? 2 * count : count;
        return value;
    }

    private String wide(int count) {
        char[] characters = new char[count];
        for (int i = 0; i < count; i++) {
            int high = bytes[at + 2 * i] & 0xFF;
            characters[i] = (char) ((high << 8) | (bytes[at + 2 * i + 1] & 0xFF));
        }
        return new String(characters);
    }

    BigDecimal readDecimal() throws UnreadableException {
        long head = readUnsigned();
        long folded = head >>> 1;
        long scale = (folded >>> 1) ^ -(folded & 1);
        if (scale != (int) scale) {
            throw unreadable("A decimal's scale is no int: was " + scale);
        }
        if ((head & 1) == 0) {
            return BigDecimal.valueOf(readSigned(), (int) scale);
        }
        int count = readCount();
        if (count == 0) {
            throw unreadable("A decimal has no digits");
        }
        return new BigDecimal(new BigInteger(readBytes(count)), (int) scale);
    }

    Instant readInstant() throws UnreadableException {
        long seconds = readSigned();
        long nanos = readUnsigned();
        if (nanos < 0 || nanos > 999_999_999) {
            throw unreadable("An instant's nanoseconds are out of range: was " + nanos);
        }
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException _) {
            throw unreadable("An instant's seconds are out of range: was " + seconds);
        }
    }

    LocalDate readDate() throws UnreadableException {
        long day = readSigned();
        try {
            return LocalDate.ofEpochDay(day);
        } catch (DateTimeException _) {
            throw unreadable("A date's day is out of range: was " + day);
        }
    }
}
