package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

class AnswerTest {

    @Test
    void aMessageIsReadFieldByField() {
        Answer answer =
                Answer.parse("8=FIX.4.4\u000135=8\u000158=a|b=c\u000114=0100\u000110=000\u0001");

        assertThat(answer.text(FixTag.TEXT)).isEqualTo("a|b=c");
        assertThat(answer.decimal(FixTag.CUM_QTY)).contains(new BigDecimal("100"));
        assertThat(answer.text(FixTag.SYMBOL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "NaN", "1e400", "1E9", "-", "1.2.3", "1234567890123456789012345678901"})
    void whatIsNoPlainDecimalIsNoNumber(String text) {
        assertThat(Answer.parse("35=8|14=" + text).decimal(FixTag.CUM_QTY)).isEmpty();
    }

    @Test
    void eitherMarkSaysThatAMessageMayBeARepeat() {
        assertThat(Answer.parse("35=8|43=Y").mayBeRepeat()).isTrue();
        assertThat(Answer.parse("35=8|97=Y").mayBeRepeat()).isTrue();
        assertThat(Answer.parse("35=8|43=N").mayBeRepeat()).isFalse();
    }

    @Test
    void junkIsNoField() {
        assertThat(Answer.parse("junk|=x|12345678901=y|35=9").fields()).hasSize(1);
    }
}
