package io.sluice.adapter.journal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * How a frame stands in a segment: a head of 52 bytes, then the encoded entries. The checksum
 * covers all but itself. A length of zero is the end of what was written.
 */
final class FrameFormat {

    static final int HEAD_BYTES = 52;
    static final int MAX_BYTES = 8 << 20;

    private static final int LENGTH = 0;
    private static final int CHECKSUM = 4;
    private static final int POSITION = 8;
    private static final int PREVIOUS = 16;
    private static final int DURABLE = 24;
    private static final int EPOCH = 32;
    private static final int SECONDS = 40;
    private static final int NANOS = 48;

    /**
     * What is known of a frame without decoding it.
     *
     * @param previous the position of the frame before; 0 for the first
     * @param durable the last position known durable when the frame was written
     */
    record Head(int length, long position, long previous, long durable, long epoch, Instant at) {

        /** Whether it only carries a durable position. */
        boolean isMark() {
            return length == HEAD_BYTES;
        }
    }

    /** Fills in all but what is known only when the frame is written. */
    static void begin(byte[] frame, long position, long previous, long epoch, Instant at) {
        ByteBuffer.wrap(frame)
                .putInt(LENGTH, frame.length)
                .putLong(POSITION, position)
                .putLong(PREVIOUS, previous)
                .putLong(EPOCH, epoch)
                .putLong(SECONDS, at.getEpochSecond())
                .putInt(NANOS, at.getNano());
    }

    static void seal(byte[] frame, long durable) {
        ByteBuffer buffer = ByteBuffer.wrap(frame).putLong(DURABLE, durable);
        buffer.putInt(CHECKSUM, checksum(frame, 0, frame.length, CHECKSUM));
    }

    static int length(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes).getInt(from + LENGTH);
    }

    static long position(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes).getLong(from + POSITION);
    }

    static boolean isIntact(byte[] bytes, int from, int length) {
        int written = ByteBuffer.wrap(bytes).getInt(from + CHECKSUM);
        return written == checksum(bytes, from, length, CHECKSUM);
    }

    static Head head(byte[] bytes, int from) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, HEAD_BYTES).slice();
        return new Head(
                buffer.getInt(LENGTH),
                buffer.getLong(POSITION),
                buffer.getLong(PREVIOUS),
                buffer.getLong(DURABLE),
                buffer.getLong(EPOCH),
                Instant.ofEpochSecond(buffer.getLong(SECONDS), buffer.getInt(NANOS)));
    }

    /** CRC32C of everything but the four bytes at {@code hole}. */
    static int checksum(byte[] bytes, int from, int length, int hole) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, hole);
        sum.update(bytes, from + hole + Integer.BYTES, length - hole - Integer.BYTES);
        return (int) sum.getValue();
    }

    private FrameFormat() {}
}
