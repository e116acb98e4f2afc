package io.sluice.simulator.dropcopy;

import io.sluice.simulator.FixText;

import tools.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One message of the feed: the fields that it has, and whether it says that it may be a repeat.
 *
 * @param possDup PossDupFlag(43)=Y
 * @param possResend PossResend(97)=Y
 */
record Copy(Map<CopyField, String> fields, boolean possDup, boolean possResend) {

    private static final int POSS_DUP_FLAG = 43;
    private static final int POSS_RESEND = 97;

    Copy {
        fields = Collections.unmodifiableMap(new EnumMap<>(fields));
    }

    /** Of a message as it stood on the wire. */
    static Copy parse(String raw) {
        FixText text = FixText.of(raw);
        Map<CopyField, String> fields = new EnumMap<>(CopyField.class);
        for (CopyField field : CopyField.values()) {
            text.first(field.tag()).ifPresent(value -> fields.put(field, value));
        }
        return new Copy(fields, isSet(text, POSS_DUP_FLAG), isSet(text, POSS_RESEND));
    }

    /** Of a line of the ledger. */
    static Copy of(JsonNode line) {
        Map<CopyField, String> fields = new EnumMap<>(CopyField.class);
        for (CopyField field : CopyField.values()) {
            JsonNode value = line.path(field.ledgerName());
            if (value.isString()) {
                fields.put(field, value.asString());
            }
        }
        return new Copy(
                fields, line.path("possDup").asBoolean(), line.path("possResend").asBoolean());
    }

    /** Empty when the message has no such field. */
    String text(CopyField field) {
        return fields.getOrDefault(field, "");
    }

    boolean has(CopyField field) {
        return fields.containsKey(field);
    }

    /** Whether it says that it may have been told before. */
    boolean isMarked() {
        return possDup || possResend;
    }

    boolean isExecution() {
        return text(CopyField.MSG_TYPE).equals("8");
    }

    boolean isCancelReject() {
        return text(CopyField.MSG_TYPE).equals("9");
    }

    /** What is told, in a number: a repeat must have the same. */
    int fingerprint() {
        Map<CopyField, String> told = new EnumMap<>(fields);
        told.keySet().removeIf(CopyField::isOfTheSending);
        int print = 0;
        for (Map.Entry<CopyField, String> field : told.entrySet()) {
            print = 31 * (31 * print + field.getKey().tag()) + field.getValue().hashCode();
        }
        return print;
    }

    private static boolean isSet(FixText text, int tag) {
        return text.first(tag).filter("Y"::equals).isPresent();
    }
}
