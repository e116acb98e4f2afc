package io.sluice.adapter.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a FIX message in the order they came, read from its text: nothing is lost, whatever
 * a dictionary knows of the message. Immutable.
 */
public final class FixFields {

    public static final char SOH = '\u0001';

    /** Data fields may hold SOH; the field before them says how long they are (FIX 4.4 Vol 1). */
    private static final Map<Integer, Integer> DATA_BY_LENGTH =
            Map.ofEntries(
                    Map.entry(90, 91),
                    Map.entry(93, 89),
                    Map.entry(95, 96),
                    Map.entry(212, 213),
                    Map.entry(348, 349),
                    Map.entry(350, 351),
                    Map.entry(352, 353),
                    Map.entry(354, 355),
                    Map.entry(356, 357),
                    Map.entry(358, 359),
                    Map.entry(360, 361),
                    Map.entry(362, 363),
                    Map.entry(364, 365),
                    Map.entry(445, 446),
                    Map.entry(618, 619),
                    Map.entry(621, 622));

    private final List<Field> fields;

    /** One field as it came. */
    public record Field(int tag, String value) {}

    private FixFields(List<Field> fields) {
        this.fields = fields;
    }

    /**
     * A text that is not made of fields, with the tag at which that shows; 0 where there is none.
     */
    static final class MalformedException extends IllegalArgumentException {

        private final int tag;

        MalformedException(int tag, String what) {
            super(what);
            this.tag = tag;
        }

        int tag() {
            return tag;
        }
    }

    /**
     * Reads {@code tag=value} fields, each ended by SOH.
     *
     * @throws IllegalArgumentException when the text is not made of such fields
     */
    public static FixFields parse(String text) {
        return parse(text, DATA_BY_LENGTH);
    }

    /**
     * Reads what can be read of a text that is malformed: what is no field is left out, and so are
     * data fields, whose lengths cannot be trusted.
     */
    static FixFields parseLeniently(String text) {
        List<Field> fields = new ArrayList<>(32);
        for (int at = 0; at < text.length(); ) {
            int soh = text.indexOf(SOH, at);
            int end = soh < 0 ? text.length() : soh;
            readLeniently(text.substring(at, end)).ifPresent(fields::add);
            at = end + 1;
        }
        return new FixFields(fields);
    }

    private static Optional<Field> readLeniently(String piece) {
        try {
            int equals = piece.indexOf('=');
            int tag = tag(piece, 0, equals);
            boolean data = DATA_BY_LENGTH.containsKey(tag) || DATA_BY_LENGTH.containsValue(tag);
            return data
                    ? Optional.empty()
                    : Optional.of(new Field(tag, piece.substring(equals + 1)));
        } catch (MalformedException _) {
            return Optional.empty();
        }
    }

    private static FixFields parse(String text, Map<Integer, Integer> dataByLength) {
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
                throw new MalformedException(tag, "Field " + tag + " is not ended by SOH");
            }
            String value = text.substring(from, end);
            fields.add(new Field(tag, value));
            dataTag = dataByLength.getOrDefault(tag, 0);
            dataLength = dataTag == 0 ? 0 : length(tag, value);
            at = end + 1;
        }
        return new FixFields(fields);
    }

    private static int tag(String text, int from, int equals) {
        if (equals <= from || equals - from > 9) {
            throw new MalformedException(0, "No tag at character " + from);
        }
        int tag = 0;
        for (int i = from; i < equals; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new MalformedException(0, "No tag at character " + from);
            }
            tag = tag * 10 + (digit - '0');
        }
        return tag;
    }

    private static int length(int tag, String value) {
        boolean number = value.matches("[0-9]{1,9}");
        if (!number) {
            throw new MalformedException(tag, "Length " + tag + " was " + value);
        }
        return Integer.parseInt(value);
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
        return List.copyOf(fields);
    }

    public int count() {
        return fields.size();
    }
}
