package io.sluice.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"553", "554", "925", "96", "1402", "1404"})
    void theValuesOfSecretFieldsAreHidden(String tag) {
        assertThat(Secrets.hide("8=FIX.4.4\u000135=A\u0001" + tag + "=a|b^c\u000198=0\u0001"))
                .isEqualTo("8=FIX.4.4\u000135=A\u0001" + tag + "=***\u000198=0\u0001");
    }

    @Test
    void fieldsShownWithBarsAreHiddenToo() {
        assertThat(Secrets.hide("35=A|553=jane|554=open sesame|98=0"))
                .isEqualTo("35=A|553=***|554=***|98=0");
    }

    @Test
    void dataThatHoldsFieldEndsIsHiddenWhole() {
        assertThat(Secrets.hide("95=8\u000196=pw\u0001554=x\u000198=0\u0001"))
                .isEqualTo("95=8\u000196=***\u000198=0\u0001");
        assertThat(Secrets.hide("95=999\u000196=p\u0001w")).isEqualTo("95=999\u000196=***");
    }

    @Test
    void otherFieldsStay() {
        String order =
                "35=D\u00011554=1\u000196554=2\u000111=554\u000155=SIM.FILL\u000144=10.00\u0001";

        assertThat(Secrets.hide(order)).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Authorization: Bearer abc.DEF_1-2; Authorization: Bearer ***",
                "api.token=abc-DEF; api.token=***",
                "token: Bearer abc; token: Bearer ***",
                "X-Api-Key: abc; X-Api-Key: ***",
                "{\"password\":\"abc\",\"x\":1}; {\"password\":\"***\",\"x\":1}",
            })
    void tokensAreHidden(String text, String hidden) {
        assertThat(Secrets.hide(text)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unknown key: prot", "tokens left: 5", "port=8080", "a plain sentence", ""})
    void plainTextStays(String text) {
        assertThat(Secrets.hide(text)).isEqualTo(text);
    }
}
