package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.order.CarriedFields;

import org.junit.jupiter.api.Test;

class OutboundMessageTest {

    @Test
    void groupsThatNoDictionaryKnowsStayByteForByte() {
        String body = soh("11=C1|7001=2|7002=a|7003=\u00e9|7002=b|7003=|11=C1|");
        OutboundMessage message = message(body);

        String text = message.toString();

        assertThat(text).contains(body);
        assertThat(FixText.isGarbled(text)).isFalse();
        int counted = text.lastIndexOf(soh("|10=")) - text.indexOf(soh("|35="));
        assertThat(FixText.field(text, Tags.BODY_LENGTH)).isEqualTo(Integer.toString(counted));
    }

    @Test
    void fieldsThatQuickFixAddsToTheHeaderAreWritten() {
        OutboundMessage message = message(soh("11=C1|"));
        message.getHeader().setString(50, "TRADER");

        assertThat(FixText.field(message.toString(), 50)).isEqualTo("TRADER");
    }

    @Test
    void aMessageWithoutItsHeaderIsABug() {
        OutboundMessage message = new OutboundMessage("D", "");

        assertThatThrownBy(message::toString)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("49");
    }

    @Test
    void aValueOfOurOwnCannotEndItsFieldEarly() {
        FixWriter writer = new FixWriter().add(58, "a\u0001150=2\u20ac");

        assertThat(writer.body()).isEqualTo(soh("58=a?150=2?|"));
    }

    @Test
    void whatIsCarriedIsNotWrittenTwice() {
        FixWriter writer = new FixWriter().carry(new CarriedFields(soh("55=AAPL|55=X|")));

        assertThat(writer.addIfAbsent(55, "MSFT").body()).isEqualTo(soh("55=AAPL|55=X|"));
    }

    private static OutboundMessage message(String body) {
        OutboundMessage message = new OutboundMessage("D", body);
        message.getHeader().setString(Tags.BEGIN_STRING, "FIX.4.4");
        message.getHeader().setString(Tags.SENDER_COMP_ID, "SLUICE");
        message.getHeader().setString(Tags.TARGET_COMP_ID, "ALPHA");
        message.getHeader().setInt(Tags.MSG_SEQ_NUM, 12);
        message.getHeader().setString(Tags.SENDING_TIME, "20260302-09:00:00.000");
        return message;
    }

    private static String soh(String text) {
        return text.replace('|', FixFields.SOH);
    }
}
