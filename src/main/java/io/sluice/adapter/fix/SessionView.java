package io.sluice.adapter.fix;

/**
 * What QuickFIX/J is shown of a broker's message: the header, by which it keeps the session. It
 * rejects what it cannot read, and a rejected report is a fill that nobody books; what the message
 * says is read from its text. OrigSendingTime(122) is left out: one that is later than
 * SendingTime(52), or no time, would end in a reject or a logout.
 */
final class SessionView {

    /** The checksum and its SOH. */
    private static final int TRAILER = 7;

    /** The message with what the session needs of it; session messages keep their body. */
    static String of(String whole) {
        StringBuilder kept = new StringBuilder(128);
        int at = 0;
        int bodyEnd = Math.max(0, whole.length() - TRAILER);
        while (at < bodyEnd) {
            int tag = tag(whole, at);
            int end = whole.indexOf(FixFields.SOH, at);
            if (end < 0 || !isOfHeader(tag)) {
                break;
            }
            boolean framing = tag == Tags.BEGIN_STRING || tag == Tags.BODY_LENGTH;
            if (!framing && tag != Tags.ORIG_SENDING_TIME) {
                kept.append(whole, at, end + 1);
            }
            at = end + 1;
        }
        if (isOfSession(FixText.msgType(whole)) && at < bodyEnd) {
            kept.append(whole, at, bodyEnd);
        }
        return FixText.message(FixText.beginString(whole), kept.toString());
    }

    private static boolean isOfSession(String msgType) {
        return switch (msgType) {
            case "0", "1", "2", "3", "4", "5", "A" -> true;
            default -> false;
        };
    }

    private static boolean isOfHeader(int tag) {
        return switch (tag) {
            case 8, 9, 34, 35, 43, 49, 50, 52, 56, 57, 97 -> true;
            case 115, 116, 122, 128, 129, 142, 143, 144, 145, 369, 1128, 1129 -> true;
            default -> false;
        };
    }

    /** 0 where there is none. */
    private static int tag(String text, int from) {
        int tag = 0;
        int at = from;
        while (at < text.length() && at - from < 9 && Character.isDigit(text.charAt(at))) {
            tag = tag * 10 + (text.charAt(at) - '0');
            at++;
        }
        return at < text.length() && text.charAt(at) == '=' ? tag : 0;
    }

    private SessionView() {}
}
