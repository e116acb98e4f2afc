package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "100, 100",
        "-100, -100",
        "187.50, 187.50",
        "-0.01, -0.01",
        ".5, 0.5",
        "-.5, -0.5",
        "5., 5",
        "000023, 23",
    })
    void aNumberIsTakenExactly(String text, BigDecimal number) {
        assertThat(Decimals.parse(text))
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                "+1",
                "1e400",
                "1E5",
                "NaN",
                "Infinity",
                "1-",
                "--1",
                "1.2.3",
                "1,000",
                " 1",
                "1 ",
                "0x10",
                "\u0661"
            })
    void whatIsNoFixNumberIsRefused(String text) {
        assertThat(Decimals.parse(text)).isEmpty();
    }

    @Test
    void moreThanFortyDigitsAreRefused() {
        String forty = "1".repeat(40);

        assertThat(Decimals.parse(forty)).contains(new BigDecimal(forty));
        assertThat(Decimals.parse("-" + forty.substring(1) + ".1")).isPresent();
        assertThat(Decimals.parse(forty + "1")).isEmpty();
        assertThat(Decimals.parse(forty + ".1")).isEmpty();
    }
}
