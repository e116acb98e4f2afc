package io.sluice.adapter.fix;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How large a number of an OMS may be.
 *
 * @param maxDigits the most digits, before and after the point together
 * @param maxExponent the most decimals, or zeros before the point
 */
public record NumberLimits(int maxDigits, int maxExponent) {

    /** Nothing when the text is no FIX number, or a larger one than is taken. */
    public Optional<BigDecimal> parse(String text) {
        return Decimals.parse(text)
                .filter(it -> text.chars().filter(c -> c >= '0' && c <= '9').count() <= maxDigits)
                .filter(it -> Math.abs(it.stripTrailingZeros().scale()) <= maxExponent);
    }
}
