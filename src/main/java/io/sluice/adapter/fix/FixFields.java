package io.sluice.adapter.fix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a FIX message in the order they came, read from its text: nothing is lost, whatever
 * a dictionary knows of the message. Immutable.
 */
public final class FixFields {

    public static final char SOH = '\u0001';

    private final List<Field> fields;

    /** One field as it came. */
    public record Field(int tag, String value) {}

    private FixFields(List<Field> fields) {
        this.fields = Collections.unmodifiableList(fields);
    }

    /**
     * Reads {@code tag=value} fields, each ended by SOH.
     *
     * @throws IllegalArgumentException when the text is not made of such fields
     */
    public static FixFields parse(String text) {
        List<Field> fields = new ArrayList<>(32);
        int dataTag = 0;
        int dataLength = 0;
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            int tag = tag(text, at, equals);
            int from = equals + 1;
            int end =
                    tag == dataTag && from + dataLength < text.length()
                            ? from + dataLength
                            : text.indexOf(SOH, from);
            if (end < 0 || text.charAt(end) != SOH) {
                throw new IllegalArgumentException("Field " + tag + " is not ended by SOH");
            }
            String value = text.substring(from, end);
            fields.add(new Field(tag, value));
            dataTag = dataTagAfter(tag);
            dataLength = dataTag == 0 ? 0 : length(value);
            at = end + 1;
        }
        return new FixFields(fields);
    }

    /**
     * The data field that a length field speaks of, or 0. Data fields may hold SOH; the field
     * before them says how long they are (FIX 4.4 Vol 1).
     */
    private static int dataTagAfter(int tag) {
        return switch (tag) {
            case 90, 95, 212, 348, 350, 352, 354, 356, 358, 360, 362, 364, 445, 618, 621 -> tag + 1;
            case 93 -> 89;
            default -> 0;
        };
    }

    private static int tag(String text, int from, int equals) {
        if (equals <= from || equals - from > 9) {
            throw new IllegalArgumentException("No tag at character " + from);
        }
        int tag = 0;
        for (int i = from; i < equals; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new IllegalArgumentException("No tag at character " + from);
            }
            tag = tag * 10 + (digit - '0');
        }
        return tag;
    }

    private static int length(String value) {
        try {
            return Math.max(0, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A length was " + value, e);
        }
    }

    /** The first field with this tag. */
    public Optional<String> find(int tag) {
        for (Field field : fields) {
            if (field.tag() == tag) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    public boolean has(int tag) {
        return find(tag).isPresent();
    }

    public List<Field> all() {
        return fields;
    }

    public int count() {
        return fields.size();
    }
}
