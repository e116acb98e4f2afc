package io.sluice.bench.load;

/**
 * Where the fields of one FIX message stand in its bytes: the first of each tag below 1000. Reused
 * from message to message. Not thread-safe.
 */
final class Fields {

    private static final int TAGS = 1_000;

    private final int[] from = new int[TAGS];
    private final int[] to = new int[TAGS];
    private final int[] seenIn = new int[TAGS];
    private byte[] bytes = new byte[0];
    private int message;

    void read(byte[] source, int start, int end) {
        bytes = source;
        message++;
        int at = start;
        while (at < end) {
            int tag = 0;
            while (source[at] != '=') {
                tag = tag * 10 + source[at++] - '0';
            }
            int valueFrom = ++at;
            while (source[at] != MessageWriter.SOH) {
                at++;
            }
            if (tag < TAGS && seenIn[tag] != message) {
                seenIn[tag] = message;
                from[tag] = valueFrom;
                to[tag] = at;
            }
            at++;
        }
    }

    boolean has(int tag) {
        return seenIn[tag] == message;
    }

    /** The first character of a value; 0 when there is no such field. */
    char first(int tag) {
        return has(tag) ? (char) bytes[from[tag]] : 0;
    }

    /** A whole number of digits only; -1 when the field is absent or holds anything else. */
    int number(int tag) {
        return has(tag) ? digits(from[tag], to[tag]) : -1;
    }

    private int digits(int first, int end) {
        int number = 0;
        for (int i = first; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The number of an id that is one letter and digits; -1 when it is anything else. */
    int id(int tag) {
        if (!has(tag) || to[tag] - from[tag] < 2) {
            return -1;
        }
        return digits(from[tag] + 1, to[tag]);
    }

    /** Appends {@code tag=value} of this message to another one. */
    void copyTo(MessageWriter out, int tag) {
        copyTo(out, tag, tag);
    }

    /** The same under another tag. */
    void copyTo(MessageWriter out, int as, int tag) {
        if (has(tag)) {
            out.field(as, bytes, from[tag], to[tag]);
        }
    }
}
