package io.sluice.risk;

import java.math.BigDecimal;

/** Numbers as people read them: no exponent, no idle zeros. */
final class Numbers {

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private Numbers() {}
}
