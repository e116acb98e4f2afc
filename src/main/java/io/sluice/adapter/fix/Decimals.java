package io.sluice.adapter.fix;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers as FIX writes them: digits, a sign, a point, and never an exponent (FIX 4.4 Vol 1,
 * float).
 */
public final class Decimals {

    /** Digits a number may have, before and after the point together. */
    public static final int MAX_DIGITS = 40;

    /** Nothing when the text is no number, or one of more digits than anyone trades in. */
    public static Optional<BigDecimal> parse(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c != '-' || i > 0) {
                return Optional.empty();
            }
        }
        if (digits == 0 || digits > MAX_DIGITS || points > 1) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    private Decimals() {}
}
