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
    void whatCanBeReadOfAMalformedTextIsReadAndDataIsLeftOut() {
        FixFields fields =
                FixFields.parseLeniently(text("95=3|96=abc|def|x=1|354=y|355=a=b|32=100|31=1.5"));

        assertThat(fields.all())
                .containsExactly(new FixFields.Field(32, "100"), new FixFields.Field(31, "1.5"));
    }
}
