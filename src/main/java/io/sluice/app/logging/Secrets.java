package io.sluice.app.logging;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes passwords and tokens out of text that people will read. */
public final class Secrets {

    private static final String MASK = "***";

    /**
     * Username(553), Password(554), NewPassword(925), RawData(96), EncryptedPassword(1402) and
     * EncryptedNewPassword(1404). Their values end at SOH, or at the | or ^ that it is shown as;
     * what has no such end is hidden to the end of the line.
     */
    private static final Pattern FIELD =
            Pattern.compile(
                    "(?<![0-9])(553|554|925|96|1402|1404)="
                            + "(?:[^\u0001\r\n]*(?=\u0001)|[^\u0001|^\r\n]*)");

    /** Data may hold SOH itself; the length field before it says where it ends. */
    private static final Pattern COUNTED =
            Pattern.compile("(?<![0-9])(?:95|1401|1403)=(\\d{1,6})[\u0001|^](?:96|1402|1404)=");

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?i)(\\bbearer\\s+|\\b(?:api[._-]?key|(?:api[._-]?)?token|secret|password)"
                            + "\"?\\s*[=:]\\s*\"?)(?!bearer\\b)[^\\s,;\"]+");

    /** One of these is in all that {@link #TOKEN} finds. */
    private static final List<String> TOKEN_WORDS =
            List.of("bearer", "key", "token", "secret", "password");

    public static String hide(String text) {
        if (text.indexOf('=') < 0 && !mayNameToken(text)) {
            return text;
        }
        String fields = FIELD.matcher(hideCounted(text)).replaceAll("$1=" + MASK);
        return TOKEN.matcher(fields).replaceAll("$1" + MASK);
    }

    /** Most lines have none, and looking costs a tenth of the search. */
    private static boolean mayNameToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            for (String word : TOKEN_WORDS) {
                if ((text.charAt(i) | 0x20) == word.charAt(0)
                        && text.regionMatches(true, i, word, 0, word.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String hideCounted(String text) {
        Matcher matcher = COUNTED.matcher(text);
        StringBuilder hidden = new StringBuilder();
        int from = 0;
        while (matcher.find(from)) {
            hidden.append(text, from, matcher.end()).append(MASK);
            from = Math.min(matcher.end() + Integer.parseInt(matcher.group(1)), text.length());
        }
        return hidden.append(text, from, text.length()).toString();
    }

    private Secrets() {}
}
