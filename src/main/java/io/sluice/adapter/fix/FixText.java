package io.sluice.adapter.fix;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Whole FIX messages as text: looking at them, and making them where QuickFIX/J does not. */
public final class FixText {

    private static final char SOH = FixFields.SOH;

    /** SenderSubID, TargetSubID, SenderLocationID and TargetLocationID name a session, too. */
    private static final int[] SUB_IDS = {50, 57, 142, 143};

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** The value of the first field with this tag, or an empty text. */
    public static String field(String message, int tag) {
        String key = SOH + Integer.toString(tag) + '=';
        int at = message.indexOf(key);
        if (at < 0) {
            return "";
        }
        int from = at + key.length();
        int end = message.indexOf(SOH, from);
        return end < 0 ? "" : message.substring(from, end);
    }

    public static String msgType(String message) {
        return field(message, Tags.MSG_TYPE);
    }

    /** A UTCTimestamp with milliseconds. */
    public static String timestamp(Instant at) {
        return TIMESTAMP.format(at);
    }

    /**
     * Whether FIX wants a message ignored, its number not consumed: it does not begin with 8, 9 and
     * 35, or its checksum is wrong (FIX 4.4 Vol 2, test cases 2t and 3b).
     */
    public static boolean isGarbled(String message) {
        int length = message.indexOf(SOH + "9=");
        int msgType = message.indexOf(SOH, length + 1);
        boolean begins =
                message.startsWith("8=")
                        && length > 0
                        && length == message.indexOf(SOH)
                        && msgType > 0
                        && message.startsWith("35=", msgType + 1);
        int end = message.length() - "10=000|".length();
        return !begins || end < 0 || !message.substring(end).equals(trailer(message, end));
    }

    /** A whole message: version, length and checksum around everything from MsgType(35) on. */
    public static String message(String beginString, String fromMsgType) {
        StringBuilder text = new StringBuilder(fromMsgType.length() + 32);
        text.append("8=").append(beginString).append(SOH);
        text.append("9=").append(fromMsgType.length()).append(SOH);
        text.append(fromMsgType);
        return text.append(trailer(text, text.length())).toString();
    }

    private static String trailer(CharSequence message, int end) {
        int sum = 0;
        for (int i = 0; i < end; i++) {
            sum += message.charAt(i);
        }
        int checksum = sum & 0xFF;
        return "10="
                + (char) ('0' + checksum / 100)
                + (char) ('0' + checksum / 10 % 10)
                + (char) ('0' + checksum % 10)
                + SOH;
    }

    /** The same message once more: same number, marked as possible duplicate, sent now. */
    public static String possibleDuplicate(String message, Instant now) {
        StringBuilder out = new StringBuilder(message.length() + 48);
        String sendingTime = timestamp(now);
        for (FixFields.Field field : FixFields.parse(message).all()) {
            switch (field.tag()) {
                case Tags.BEGIN_STRING,
                        Tags.BODY_LENGTH,
                        Tags.CHECK_SUM,
                        Tags.POSS_DUP_FLAG,
                        Tags.ORIG_SENDING_TIME -> {}
                case Tags.SENDING_TIME -> {
                    append(out, Tags.POSS_DUP_FLAG, "Y");
                    append(out, Tags.SENDING_TIME, later(sendingTime, field.value()));
                    append(out, Tags.ORIG_SENDING_TIME, field.value());
                }
                default -> append(out, field.tag(), field.value());
            }
        }
        return message(beginString(message), out.toString());
    }

    /** Our clock may have stepped back: a peer rejects what was sent before it was sent first. */
    private static String later(String a, String b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /**
     * A SequenceReset-GapFill that takes the place of messages {@code from} to {@code next} - 1.
     */
    public static String gapFill(String like, int from, int next, boolean possDup, Instant now) {
        StringBuilder out = new StringBuilder(96);
        String at = timestamp(now);
        append(out, Tags.MSG_TYPE, "4");
        append(out, Tags.SENDER_COMP_ID, field(like, Tags.SENDER_COMP_ID));
        append(out, Tags.TARGET_COMP_ID, field(like, Tags.TARGET_COMP_ID));
        for (int tag : SUB_IDS) {
            String value = field(like, tag);
            if (!value.isEmpty()) {
                append(out, tag, value);
            }
        }
        append(out, Tags.MSG_SEQ_NUM, Integer.toString(from));
        if (possDup) {
            append(out, Tags.POSS_DUP_FLAG, "Y");
            append(out, Tags.ORIG_SENDING_TIME, at);
        }
        append(out, Tags.SENDING_TIME, at);
        append(out, 123, "Y");
        append(out, 36, Integer.toString(next));
        return message(beginString(like), out.toString());
    }

    static String beginString(String message) {
        return message.substring(2, message.indexOf(SOH));
    }

    private static void append(StringBuilder out, int tag, String value) {
        out.append(tag).append('=').append(value).append(SOH);
    }

    private FixText() {}
}
