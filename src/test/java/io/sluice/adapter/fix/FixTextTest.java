package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class FixTextTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:01.250Z");
    private static final String REPORT =
            FixText.message(
                    "FIX.4.4",
                    soh("35=8|34=7|49=SLUICE|52=20260302-09:00:00.000|56=OMS44|5001=x|58=\u00fc|"));

    @Test
    void aMessageHasTheLengthAndChecksumOfItsBytes() {
        assertThat(FixText.message("FIX.4.4", soh("35=0|34=2|49=A|56=B|")))
                .isEqualTo(soh("8=FIX.4.4|9=20|35=0|34=2|49=A|56=B|10=126|"));
    }

    @Test
    void aFieldIsFoundBehindTheFirstOnly() {
        assertThat(FixText.field(REPORT, 34)).isEqualTo("7");
        assertThat(FixText.msgType(REPORT)).isEqualTo("8");
        assertThat(FixText.field(REPORT, 4)).isEmpty();
        assertThat(FixText.field(REPORT, 9999)).isEmpty();
    }

    @Test
    void aPossibleDuplicateKeepsItsNumberAndSaysWhenItWasFirstSent() {
        assertThat(withoutEnds(FixText.possibleDuplicate(REPORT, NOW)))
                .isEqualTo(
                        "35=8|34=7|49=SLUICE|43=Y|52=20260302-09:00:01.250"
                                + "|122=20260302-09:00:00.000|56=OMS44|5001=x|58=\u00fc|");
    }

    @Test
    void aPossibleDuplicateOfADuplicateIsMarkedOnce() {
        String once = FixText.possibleDuplicate(REPORT, NOW);
        String twice = FixText.possibleDuplicate(once, NOW);

        assertThat(FixFields.parse(twice).all())
                .filteredOn(it -> it.tag() == Tags.POSS_DUP_FLAG)
                .hasSize(1);
        assertThat(FixText.isGarbled(twice)).isFalse();
    }

    @Test
    void aPossibleDuplicateIsNeverOlderThanItsFirstSending() {
        String later = FixText.possibleDuplicate(REPORT, NOW.plusSeconds(60));
        String again = FixText.possibleDuplicate(later, NOW);

        assertThat(FixText.field(again, Tags.SENDING_TIME))
                .isEqualTo(FixText.field(later, Tags.SENDING_TIME));
        assertThat(FixText.field(again, Tags.ORIG_SENDING_TIME))
                .isEqualTo(FixText.field(later, Tags.SENDING_TIME));
    }

    @Test
    void aGapFillTakesThePlaceOfMessages() {
        assertThat(withoutEnds(FixText.gapFill(REPORT, 7, 8, false, NOW)))
                .isEqualTo("35=4|49=SLUICE|56=OMS44|34=7|52=20260302-09:00:01.250|123=Y|36=8|");
    }

    @Test
    void aGapFillOfAResendIsAPossibleDuplicate() {
        String gapFill = FixText.gapFill(REPORT, 1, 7, true, NOW);

        assertThat(FixText.field(gapFill, Tags.POSS_DUP_FLAG)).isEqualTo("Y");
        assertThat(FixText.field(gapFill, Tags.ORIG_SENDING_TIME))
                .isEqualTo("20260302-09:00:01.250");
    }

    @ParameterizedTest
    @CsvSource({
        "8=FIX.4.4|9=20|35=0|34=2|49=A|56=B|10=126|, false",
        "8=FIX.4.4|9=20|35=0|34=2|49=A|56=B|10=127|, true",
        "8=FIX.4.4|9=20|35=0|34=2|49=A|56=C|10=126|, true",
        "9=20|8=FIX.4.4|35=0|34=2|49=A|56=B|10=126|, true",
        "8=FIX.4.4|9=20|34=2|35=0|49=A|56=B|10=126|, true",
        "8=FIX.4.4|9=20|35=0|34=2|49=A|56=B|10=26|, true",
        "8=FIX.4.4|, true",
        "'', true",
    })
    void aMessageWithTheWrongBeginningOrSumIsGarbled(String text, boolean garbled) {
        assertThat(FixText.isGarbled(soh(text))).isEqualTo(garbled);
    }

    private static String withoutEnds(String message) {
        assertThat(FixText.isGarbled(message)).isFalse();
        String text = message.replace(FixFields.SOH, '|');
        return text.substring(text.indexOf("|35=") + 1, text.lastIndexOf("10="));
    }

    private static String soh(String text) {
        return text.replace('|', FixFields.SOH);
    }
}
