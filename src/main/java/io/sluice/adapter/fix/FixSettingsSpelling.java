package io.sluice.adapter.fix;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name a misspelt one was meant to be. */
public final class FixSettingsSpelling {

    /** Empty when no known name is near; case does not count. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        int tolerance = Math.max(2, name.length() / 3);
        return known.stream()
                .min(
                        Comparator.comparingInt((String it) -> distance(name, it))
                                .thenComparing(Comparator.naturalOrder()))
                .filter(it -> distance(name, it) <= tolerance);
    }

    /** A clause such as {@code ; did you mean port?} for the end of an error text, or nothing. */
    public static String suggestion(String name, Collection<String> known) {
        return nearest(name, known).map(it -> "; did you mean " + it + "?").orElse("");
    }

    /** How many letters must be put in, taken out or changed to make one name the other. */
    private static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }

    private FixSettingsSpelling() {}
}
