package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixFieldsTest {

    @Test
    void fieldsComeInTheirOrderRepeatedOnesToo() {
        assertThat(parse("35=D|448=A|447=D|448=B|").all())
                .containsExactly(field(35, "D"), field(448, "A"), field(447, "D"), field(448, "B"));
    }

    @Test
    void theFirstOfSeveralFieldsIsFound() {
        FixFields fields = parse("448=A|448=B|");

        assertThat(fields.find(448)).contains("A");
        assertThat(fields.find(447)).isEmpty();
        assertThat(fields.has(448)).isTrue();
        assertThat(fields.count()).isEqualTo(2);
    }

    @Test
    void aDataFieldMayHoldSohAndEquals() {
        assertThat(parse("95=5|96=a|b=c|58=x|").all())
                .containsExactly(field(95, "5"), field(96, "a\u0001b=c"), field(58, "x"));
    }

    @Test
    void aLengthBeyondTheMessageIsNotBelieved() {
        assertThat(parse("95=500|96=abc|58=x|").all())
                .containsExactly(field(95, "500"), field(96, "abc"), field(58, "x"));
    }

    @Test
    void aNegativeLengthLeavesNoData() {
        assertThatThrownBy(() -> parse("95=-5|96=abc|"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("96");
    }

    @Test
    void aLengthCountsForTheFieldBehindItOnly() {
        assertThat(parse("95=1|58=abc|96=xyz|").all())
                .containsExactly(field(95, "1"), field(58, "abc"), field(96, "xyz"));
    }

    @Test
    void aValueMayBeEmptyAndHoldEquals() {
        assertThat(parse("58=|1=a=b|").all()).containsExactly(field(58, ""), field(1, "a=b"));
    }

    @Test
    void noTextHasNoFields() {
        assertThat(parse("").all()).isEmpty();
    }

    @Test
    void theLargestTagHasNineDigits() {
        assertThat(parse("999999999=x|").find(999_999_999)).contains("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=x|",
                "x=1|",
                "-1=x|",
                " 1=x|",
                "1000000000=x|",
                "99999999999999999999=x|",
                "58|",
                "58=x",
                "95=abc|96=x|",
                "95=99999999999|96=x|",
                "|",
                "58=x||"
            })
    void whatIsNotMadeOfFieldsIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FixFields parse(String text) {
        return FixFields.parse(text.replace('|', FixFields.SOH));
    }

    private static FixFields.Field field(int tag, String value) {
        return new FixFields.Field(tag, value);
    }
}
