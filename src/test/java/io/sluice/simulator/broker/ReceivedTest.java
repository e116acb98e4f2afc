package io.sluice.simulator.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.sluice.simulator.FixText;
import io.sluice.simulator.broker.Request.NewOrder;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quickfix.FieldException;

import java.util.List;

class ReceivedTest {

    private static final String ORDER =
            "8=FIX.4.4|9=1|35=D|34=12|49=SLUICE|56=ALPHA|11=C1|55=AAPL|54=1|60=now|38=0100|40=2|44=10.50|";

    @Test
    void customFieldsAreKeptInOrder() {
        assertThat(received(ORDER + "20002=b|20001=a|10=000|").line("ALPHA", Customer.OPENING))
                .extractingByKey("other", MAP)
                .containsExactly(entry("20002", "b"), entry("20001", "a"));
    }

    @Test
    void anUnknownRepeatingGroupHidesNothing() {
        Received received =
                received(
                        "8=FIX.4.4|35=D|34=12|11=C1|9100=2|9101=a|9102=b|9101=c|9102=d|55=AAPL|54=1|60=now|38=100|40=1|10=000|");

        assertThat(received.custom())
                .containsEntry("9101", List.of("a", "c"))
                .containsEntry("9102", List.of("b", "d"));
        assertThat(RequestReader.read(received).symbol()).isEqualTo("AAPL");
    }

    @Test
    void aDataFieldMayContainSeparators() {
        FixText text = FixText.of("35=D|354=5|355=a|1=b|1=ACC1|".replace('|', '\u0001'));

        assertThat(text.first(355)).contains("a\u00011=b");
        assertThat(text.first(1)).contains("ACC1");
    }

    @Test
    void theLineSaysWhatStoodOnTheWire() {
        assertThat(received(ORDER + "43=Y|1=ACC1|21=1|10=000|").line("ALPHA", Customer.OPENING))
                .containsEntry("t", "received")
                .containsEntry("broker", "ALPHA")
                .containsEntry("msgType", "D")
                .containsEntry("clOrdId", "C1")
                .containsEntry("qty", "0100")
                .containsEntry("price", "10.50")
                .containsEntry("account", "ACC1")
                .containsEntry("possDup", true)
                .containsEntry("seq", 12L)
                .containsEntry("at", "2026-01-05T09:30:00Z")
                .extractingByKey("carried", MAP)
                .containsOnlyKeys("21");
    }

    @Test
    void anOrderWithoutTimeInForceIsForTheDay() {
        assertThat(RequestReader.read(received(ORDER)))
                .isInstanceOfSatisfying(
                        NewOrder.class,
                        order -> assertThat(order.terms().timeInForce()).isEqualTo('0'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "NaN", "1,5", "+1", " 1", "99999999999999999999"})
    void aQuantityThatIsNoFixDecimalIsRejected(String qty) {
        String order = ORDER.replace("38=0100", "38=" + qty);

        assertRejected(() -> RequestReader.read(received(order)), 6, 38);
    }

    @Test
    void aMissingFieldIsRejectedByItsTag() {
        String order = ORDER.replace("55=AAPL|", "");

        assertRejected(() -> RequestReader.read(received(order)), 1, 55);
    }

    private static void assertRejected(ThrowingCallable reading, int reason, int tag) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        FieldException.class,
                        e -> {
                            assertThat(e.getSessionRejectReason()).isEqualTo(reason);
                            assertThat(e.getField()).isEqualTo(tag);
                        });
    }

    private static Received received(String message) {
        return Received.of(FixText.of(message.replace('|', '\u0001')));
    }
}
