package io.sluice.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a FIX message as they stood on the wire, in order and complete.
 *
 * <p>QuickFIX/J stops parsing at a repeating group that its dictionary does not know, so what a
 * message says is read here.
 */
public record FixText(List<Field> fields) {

    /** One {@code tag=value}. */
    public record Field(int tag, String value) {}

    private static final char SOH = '\u0001';

    /** Data fields by the field that tells their length: their values may contain separators. */
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

    public static FixText of(String raw) {
        List<Field> fields = new ArrayList<>();
        int position = 0;

        while (position < raw.length()) {
            int equals = raw.indexOf('=', position);
            Optional<Integer> tag = number(raw, position, equals);
            if (tag.isEmpty()) {
                position = next(raw, position) + 1;
                continue;
            }
            int end = endOfValue(raw, equals + 1, tag.get(), fields);
            fields.add(new Field(tag.get(), raw.substring(equals + 1, end)));
            position = end + 1;
        }
        return new FixText(List.copyOf(fields));
    }

    /** The first value of the tag. */
    public Optional<String> first(int tag) {
        for (Field field : fields) {
            if (field.tag() == tag) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    private static int endOfValue(String raw, int start, int tag, List<Field> before) {
        if (!before.isEmpty()) {
            Field last = before.getLast();
            Integer data = DATA_BY_LENGTH.get(last.tag());
            int end = number(last.value(), 0, last.value().length()).orElse(0) + start;
            if (data != null && data == tag && end < raw.length() && raw.charAt(end) == SOH) {
                return end;
            }
        }
        return next(raw, start);
    }

    private static int next(String raw, int from) {
        int soh = raw.indexOf(SOH, from);
        return soh < 0 ? raw.length() : soh;
    }

    private static Optional<Integer> number(String text, int from, int to) {
        int number = 0;
        if (to <= from || to - from > 9) {
            return Optional.empty();
        }
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            number = 10 * number + digit;
        }
        return Optional.of(number);
    }
}
