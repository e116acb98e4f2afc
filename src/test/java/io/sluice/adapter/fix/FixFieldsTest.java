package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FixFieldsTest {

    private static String text(String fields) {
        return fields.replace('|', FixFields.SOH);
    }

    @Test
    void aDataFieldMayHoldTheSeparator() {
        FixFields fields = FixFields.parse(text("95=3|96=a|b|11=C1|"));

        assertThat(fields.find(96)).contains(text("a|b"));
        assertThat(fields.find(11)).contains("C1");
    }

    @Test
    void aDataFieldOfAWrongLengthIsNamed() {
        assertThatThrownBy(() -> FixFields.parse(text("95=3|96=abcdef|11=C1|")))
                .isInstanceOf(FixFields.MalformedException.class)
                .hasMessage("Field 96 is not ended by SOH");
    }

    @Test
    void aLengthThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> FixFields.parse(text("95=x|96=abc|")))
                .isInstanceOf(FixFields.MalformedException.class)
                .hasMessage("Length 95 was x");
    }

    @Test
    void aWrongLengthIsReadPastWhereNothingMayBeLost() {
        FixFields fields = FixFields.parseWithoutLengths(text("95=3|96=abcdef|32=100|"));

        assertThat(fields.find(96)).contains("abcdef");
        assertThat(fields.find(32)).contains("100");
    }
}
