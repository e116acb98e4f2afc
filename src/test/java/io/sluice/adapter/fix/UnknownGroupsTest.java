package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownGroupsTest {

    private static String message(String fields) {
        return FixText.message("FIX.4.4", fields.replace('|', FixFields.SOH));
    }

    @Test
    void theFirstOfEachUnknownFieldIsKept() {
        String whole = message("35=D|9100=2|9101=a|9102=b|9101=c|9102=d|11=C1|");

        assertThat(UnknownGroups.firstOfEach(whole))
                .contains(message("35=D|9100=2|9101=a|9102=b|11=C1|"));
    }

    @Test
    void tagsOfManyDigitsCountToo() {
        String whole = message("35=D|200001=a|200001=b|");

        assertThat(UnknownGroups.firstOfEach(whole)).contains(message("35=D|200001=a|"));
    }

    @Test
    void aMessageWithoutRepeatsStaysAsItIs() {
        assertThat(UnknownGroups.firstOfEach(message("35=D|9101=a|200001=b|11=C1|"))).isEmpty();
    }

    @Test
    void aKnownFieldThatRepeatsIsQuickFixesBusiness() {
        assertThat(UnknownGroups.firstOfEach(message("35=D|11=C1|11=C2|"))).isEmpty();
    }

    @Test
    void aGarbledMessageStaysGarbled() {
        String whole = message("35=D|9101=a|9101=b|");
        String garbled = whole.substring(0, whole.length() - 4) + "999\u0001";

        assertThat(UnknownGroups.firstOfEach(garbled)).isEmpty();
    }

    @Test
    void whatIsNotMadeOfFieldsStaysAsItIs() {
        assertThat(UnknownGroups.firstOfEach("9101=a\u00019101=b\u0001xyz")).isEmpty();
    }

    @Test
    void repeatsInsideDataAreNoFields() {
        String data = message("35=D|95=15|96=9101=a|9101=b|c|11=C1|");

        assertThat(UnknownGroups.firstOfEach(data)).isEmpty();
    }
}
