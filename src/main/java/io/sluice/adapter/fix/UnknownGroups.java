package io.sluice.adapter.fix;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Repeating groups that no dictionary of FIX 4.4 knows: fields of a higher tag that come more than
 * once. QuickFIX/J would stop reading at the second one.
 */
final class UnknownGroups {

    /** Tags beyond this one are of later versions, or user-defined. */
    private static final int LAST_TAG_OF_FIX_44 = 956;

    /** Tags beyond this one are looked at once more. */
    private static final int HIGHEST_QUICK_TAG = 1 << 16;

    /** The message with the first of each such field only; nothing when it has no such group. */
    static Optional<String> firstOfEach(String message) {
        if (!mayHaveGroup(message)) {
            return Optional.empty();
        }
        try {
            return firstOfEach(message, FixFields.parse(message));
        } catch (IllegalArgumentException e) {
            // Not made of fields: QuickFIX/J says what is wrong with it.
            return Optional.empty();
        }
    }

    private static Optional<String> firstOfEach(String message, FixFields fields) {
        Set<Integer> seen = new HashSet<>();
        StringBuilder fromMsgType = new StringBuilder(message.length());
        StringBuilder all = new StringBuilder(message.length());
        for (FixFields.Field field : fields.all()) {
            boolean framing =
                    field.tag() == Tags.BEGIN_STRING
                            || field.tag() == Tags.BODY_LENGTH
                            || field.tag() == Tags.CHECK_SUM;
            if (framing) {
                continue;
            }
            String text = field.tag() + "=" + field.value() + FixFields.SOH;
            all.append(text);
            if (field.tag() <= LAST_TAG_OF_FIX_44 || seen.add(field.tag())) {
                fromMsgType.append(text);
            }
        }
        String beginString = fields.find(Tags.BEGIN_STRING).orElse("");
        boolean intact = FixText.message(beginString, all.toString()).equals(message);
        return intact && all.length() > fromMsgType.length()
                ? Optional.of(FixText.message(beginString, fromMsgType.toString()))
                : Optional.empty();
    }

    private static boolean mayHaveGroup(String message) {
        BitSet seen = null;
        int at = 0;
        while (at < message.length()) {
            int tag = 0;
            int i = at;
            while (i < message.length() && Character.isDigit(message.charAt(i)) && i - at < 9) {
                tag = tag * 10 + (message.charAt(i) - '0');
                i++;
            }
            if (tag > LAST_TAG_OF_FIX_44) {
                if (tag > HIGHEST_QUICK_TAG) {
                    return true;
                }
                seen = seen == null ? new BitSet() : seen;
                if (seen.get(tag)) {
                    return true;
                }
                seen.set(tag);
            }
            int end = message.indexOf(FixFields.SOH, i);
            at = end < 0 ? message.length() : end + 1;
        }
        return false;
    }

    private UnknownGroups() {}
}
