package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.OrderEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/** Fills in messages that a FIX engine would reject: each is booked, and the OMS is told. */
class OddFillTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "354=2|355=abcd|",
                "354=x|355=abcd|",
                "354=5|355=ab|cd|",
                "95=7|96=ab|c=de|",
                "x=abc|",
                "5001|",
                "453=2|448=A|",
                "44=abc|44=def|",
            })
    void aFillWithAFieldThatCannotBeReadIsBookedAndTold(String odd) throws Exception {
        isBookedAndTold("", odd);
    }

    @Test
    void aPossibleDuplicateFromTheFutureIsBookedAndTold() throws Exception {
        String later = FixText.timestamp(Instant.now().plusSeconds(60));
        isBookedAndTold("43=Y|122=" + later + "|", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"43=Y|122=yesterday|", "43=Y|122=|", "43=Y|"})
    void aPossibleDuplicateWithoutATimeIsBookedAndTold(String header) throws Exception {
        isBookedAndTold(header, "");
    }

    private static void isBookedAndTold(String header, String odd) throws Exception {
        try (TestRouter router = TestRouter.start();
                FixPeer alpha = router.alphaUp();
                FixPeer oms = router.oms("OMS44").logsOn()) {
            oms.sends("D", Bodies.order("C1"));
            FixFields order = alpha.hears("D");
            alpha.sends("8", Bodies.accepted(order, "E1"));
            oms.hears("8");
            int number = alpha.nextNumber();

            alpha.write(alpha.message("8", number, header, Bodies.filled(order, "E2") + odd));
            alpha.from(number + 1).pings("NEXT");

            assertThat(router.happened(OrderEvent.OrderFilled.class::isInstance)).isTrue();
            FixFields told = oms.hears("8");
            assertThat(told.find(Tags.CL_ORD_ID)).contains("C1");
            assertThat(told.find(Tags.CUM_QTY)).contains("100");
        }
    }
}
