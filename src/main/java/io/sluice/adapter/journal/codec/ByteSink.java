package io.sluice.adapter.journal.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** A growing array of bytes that values are written to. For one thread. */
public final class ByteSink {

    private static final int FIRST_CAPACITY = 4 << 10;
    private static final int KEPT_CAPACITY = 1 << 20;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    public int length() {
        return length;
    }

    /** Forgets what was written; a very large array is given back. */
    public void clear() {
        length = 0;
        if (bytes.length > KEPT_CAPACITY) {
            bytes = new byte[FIRST_CAPACITY];
        }
    }

    /** What was written, with room for {@code headerBytes} before it. */
    public byte[] toBytes(int headerBytes) {
        byte[] copy = new byte[headerBytes + length];
        System.arraycopy(bytes, 0, copy, headerBytes, length);
        return copy;
    }

    void writeByte(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; small numbers are short. */
    void writeUnsigned(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Small negative numbers are short too. */
    void writeSigned(long value) {
        writeUnsigned((value << 1) ^ (value >> 63));
    }

    void writeBytes(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    /**
     * One byte a character where all are Latin-1, two where not: unpaired surrogates, which UTF-8
     * cannot carry, survive.
     */
    void writeString(String value) {
        byte[] latin = value.getBytes(StandardCharsets.ISO_8859_1);
        if (isLatin(value, latin)) {
            writeUnsigned((long) latin.length << 1);
            writeBytes(latin);
            return;
        }
        writeUnsigned(((long) value.length() << 1) | 1);
        ensure(Math.multiplyExact(2, value.length()));
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            bytes[length++] = (byte) (character >> 8);
            bytes[length++] = (byte) character;
        }
    }

    private static boolean isLatin(String value, byte[] latin) {
        if (latin.length != value.length()) {
            return false;
        }
        for (int i = 0; i < latin.length; i++) {
            if (latin[i] == '?' && value.charAt(i) != '?') {
                return false;
            }
        }
        return true;
    }

    /** The scale is kept: {@code 1.0} and {@code 1.00} stay different. */
    void writeDecimal(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        long scale = ((long) value.scale() << 1) ^ (value.scale() >> 31);
        if (unscaled.bitLength() < Long.SIZE) {
            writeUnsigned(scale << 1);
            writeSigned(unscaled.longValue());
        } else {
            byte[] big = unscaled.toByteArray();
            writeUnsigned((scale << 1) | 1);
            writeUnsigned(big.length);
            writeBytes(big);
        }
    }

    void writeInstant(Instant value) {
        writeSigned(value.getEpochSecond());
        writeUnsigned(value.getNano());
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            int needed = Math.addExact(length, more);
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * length, 1 << 30)));
        }
    }
}
