package io.sluice.simulator.oms;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A message from the peer: its text, and its fields by tag (of a repeated tag, the first). */
record Answer(String raw, Map<Integer, String> fields) {

    /** Longer numbers are no quantities or prices of this market, and cost too much to compute. */
    private static final int LONGEST_NUMBER = 30;

    private static final char SOH = '\u0001';

    /** Reads a FIX message; fields end with SOH, or with a bar as people write it. */
    static Answer parse(String message) {
        char delimiter = message.indexOf(SOH) >= 0 ? SOH : '|';
        Map<Integer, String> fields = new HashMap<>();
        for (int start = 0; start < message.length(); ) {
            int end = message.indexOf(delimiter, start);
            int stop = end < 0 ? message.length() : end;
            addField(fields, message.substring(start, stop));
            start = stop + 1;
        }
        return new Answer(message.replace(SOH, '|'), Map.copyOf(fields));
    }

    String text(int tag) {
        return fields.getOrDefault(tag, "");
    }

    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    boolean is(int tag, String value) {
        return text(tag).equals(value);
    }

    /** The number in this field, or empty when the field is absent or not a plain decimal. */
    Optional<BigDecimal> decimal(int tag) {
        String text = text(tag);
        boolean plain =
                !text.isEmpty()
                        && text.length() <= LONGEST_NUMBER
                        && text.chars().allMatch(c -> digit(c) || c == '.' || c == '-');
        if (!plain) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    boolean possDup() {
        return is(FixTag.POSS_DUP_FLAG, "Y");
    }

    boolean possResend() {
        return is(FixTag.POSS_RESEND, "Y");
    }

    /** Whether the message says of itself that it may have been sent before. */
    boolean mayBeRepeat() {
        return possDup() || possResend();
    }

    private static void addField(Map<Integer, String> fields, String field) {
        int equals = field.indexOf('=');
        if (equals <= 0
                || equals > 9
                || !field.substring(0, equals).chars().allMatch(Answer::digit)) {
            return;
        }
        fields.putIfAbsent(
                Integer.valueOf(field.substring(0, equals)), field.substring(equals + 1));
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }
}
