package io.sluice.app.logging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes passwords and tokens out of text that people will read. */
public final class Secrets {

    private static final String MASK = "***";

    /**
     * Username(553), Password(554), NewPassword(925), RawData(96), EncryptedPassword(1402) and
     * EncryptedNewPassword(1404), in messages whose fields end with SOH or are shown with |. What
     * has no such end is hidden to the end of the line.
     */
    private static final Pattern FIELD =
            Pattern.compile("(?<![0-9])(553|554|925|96|1402|1404)=[^\u0001|^\r\n]*");

    /** Data may hold SOH itself; the length field before it says where it ends. */
    private static final Pattern COUNTED =
            Pattern.compile("(?<![0-9])((?:95|1401|1403)=(\\d{1,6})[\u0001|^](?:96|1402|1404)=)");

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?i)(bearer\\s+|(?:api[._-]?)?(?:token|key|secret|password)\\s*[=:]\\s*\"?)"
                            + "[^\\s,;\"]+");

    public static String hide(String text) {
        if (text.indexOf('=') < 0 && text.indexOf(' ') < 0 && text.indexOf(':') < 0) {
            return text;
        }
        String counted = hideCounted(text);
        String fields = FIELD.matcher(counted).replaceAll("$1=" + MASK);
        return TOKEN.matcher(fields).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    }

    private static String hideCounted(String text) {
        Matcher matcher = COUNTED.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        StringBuilder hidden = new StringBuilder();
        int from = 0;
        do {
            hidden.append(text, from, matcher.end()).append(MASK);
            long end = (long) matcher.end() + Integer.parseInt(matcher.group(2));
            from = (int) Math.min(end, text.length());
        } while (matcher.find(from));
        return hidden.append(text, from, text.length()).toString();
    }

    private Secrets() {}
}
