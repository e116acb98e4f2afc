package io.sluice.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.adapter.fix.FixFields;
import io.sluice.adapter.fix.FixText;
import io.sluice.app.RunningRouter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What must not be sent to the router's FIX port, and what it answers. After each case the router
 * still knows the order that it had acknowledged before, and takes another.
 */
class BadInputIT {

    private static final String REST = "55=AAPL|54=1|60=20260302-09:00:00";
    private static final String TERMS = "38=100|40=2|44=190.00|" + REST;

    private FixPeer alpha;
    private RunningRouter router;
    private LogLines log;
    private RawFix oms;
    private int orders;
    private String kept = "";

    @BeforeEach
    void anOrderIsAcknowledged(@TempDir Path data) throws Exception {
        log = new LogLines();
        alpha = new FixPeer("ALPHA");
        int port = alpha.listen(0);
        router =
                RunningRouter.start(
                        Routers.config(Map.of("ALPHA", port, "DELTA", Routers.freePort())), data);
        Await.until("ALPHA is synchronised", alpha::isSynchronised);
        alpha.settle();
        oms = new RawFix(router.omsPort(), "OMS44", 1);
        oms.logOn();
        kept = order();
    }

    /** What must still be so after each case. */
    private void nothingIsLost() throws IOException {
        if (oms.isCutOff()) {
            oms.close();
            Await.until("the session is free again", this::canLogOn);
        }
        oms.send("H", "11=%s|55=AAPL|54=1".formatted(kept));
        assertThat(text(oms.hears("8"))).contains(" 11=" + kept + " ", " 39=0 ", " 151=100 ");
        order();
    }

    @AfterEach
    void nothingIsLostAndEveryoneLeaves() throws IOException {
        try {
            nothingIsLost();
        } finally {
            oms.close();
            router.close();
            alpha.close();
            log.close();
        }
    }

    private boolean canLogOn() throws IOException {
        oms = new RawFix(router.omsPort(), "OMS44", oms.nextSeqNum());
        oms.send("A", "98=0|108=30");
        if (oms.isAnswered()) {
            return true;
        }
        oms.takeNumberBack();
        oms.close();
        return false;
    }

    /** A good order: acknowledged by the broker, and heard of. */
    private String order() throws IOException {
        String id = newId();
        oms.send("D", "11=%s|%s".formatted(id, TERMS));
        FixFields atBroker = alpha.hears("an order", it -> it.find(35).orElse("").equals("D"));
        acknowledge(atBroker);
        assertThat(text(oms.hears("8"))).contains(" 11=" + id + " ", " 150=0 ");
        return id;
    }

    private void acknowledge(FixFields order) {
        String id = order.find(11).orElseThrow();
        alpha.send(
                "8",
                "37=V%s|11=%s|17=E%s|150=0|39=0|55=AAPL|54=1|151=100|14=0|6=0"
                        .formatted(id, id, id));
    }

    private String newId() {
        orders++;
        return "B" + orders;
    }

    private static String text(FixFields message) {
        return message.all().stream()
                .map(field -> field.tag() + "=" + field.value())
                .collect(Collectors.joining(" ", " ", " "));
    }

    @Test
    void garbageInsteadOfALogonIsQuotedAndCutOff() throws IOException {
        try (RawFix stranger = new RawFix(router.omsPort(), "X", 1)) {
            stranger.sendBytes("GET / HTTP/1.1\r\nHost: sluice\r\n\r\n");

            assertThat(stranger.isClosedByPeer()).isTrue();
            log.tell("sent what is not FIX", "closing the connection", "GET / HTTP/1.1");
        }
    }

    @Test
    void garbageInsideASessionIsSkippedAndTold() throws IOException {
        oms.sendBytes("garbage on the line");

        log.tell("sent what is not FIX", "skipping it", "garbage on the line");
    }

    @Test
    void anUnknownCompIdIsCutOffAndNamed() throws IOException {
        try (RawFix stranger = new RawFix(router.omsPort(), "NOBODY", 1)) {
            stranger.send("A", "98=0|108=30");

            assertThat(stranger.isClosedByPeer()).isTrue();
            log.tell("unknown session", "NOBODY");
        }
    }

    @Test
    void aWrongCompIdInsideASessionIsRejected() throws IOException {
        String message = oms.message("D", "11=%s|%s".formatted(newId(), TERMS));
        oms.sendBytes(rebuilt(message.replace("49=OMS44", "49=OMS45")));

        assertThat(text(oms.hears("3"))).contains(" 373=9 ", "was SenderCompID(49)=OMS45");
        assertThat(oms.isClosedByPeer()).isTrue();
    }

    @Test
    void aSecondLogonIsRefusedWhileTheFirstLives() throws IOException {
        try (RawFix second = new RawFix(router.omsPort(), "OMS44", oms.nextSeqNum())) {
            second.send("A", "98=0|108=30");

            assertThat(second.isClosedByPeer()).isTrue();
            log.tell("Multiple logons", "already established");
        }
    }

    @Test
    void aMessageOfTenMegabytesIsCutOff() throws IOException {
        oms.pour("8=FIX.4.4\u00019=10000000\u000135=D\u0001", 1);
        oms.pour("5001=" + "x".repeat(99_994) + "\u0001", 100);

        assertThat(oms.isClosedByPeer()).isTrue();
        log.tell("without completing a message", "the longest message has 65536");
    }

    @Test
    void aMessageThatIsALittleTooLongIsRejected() throws IOException {
        oms.send("D", "11=%s|%s|58=%s".formatted(newId(), TERMS, "x".repeat(66_000)));

        assertThat(text(oms.hears("3"))).contains(" 45=", "Message is longer than 65536 bytes");
    }

    @Test
    void aPriceWithAnExponentIsRejected() throws IOException {
        oms.send("D", "11=%s|38=100|40=2|44=1e400|%s".formatted(newId(), REST));

        assertThat(text(oms.hears("3"))).contains(" 371=44 ", " 373=6 ", "was 1e400");
        log.tell("rejected message", "field=44, was 1e400");
    }

    @Test
    void aPriceThatIsNotANumberIsRejected() throws IOException {
        oms.send("D", "11=%s|38=100|40=2|44=NaN|%s".formatted(newId(), REST));

        assertThat(text(oms.hears("3"))).contains(" 371=44 ", " 373=6 ", "was NaN");
    }

    @Test
    void aPriceOfTooManyDigitsIsRejected() throws IOException {
        String price = "9".repeat(31);
        oms.send("D", "11=%s|38=100|40=2|44=%s|%s".formatted(newId(), price, REST));

        assertThat(text(oms.hears("3"))).contains(" 371=44 ", " 373=6 ", "was " + price);
    }

    @Test
    void aNegativeQuantityIsRejected() throws IOException {
        oms.send("D", "11=%s|38=-5|40=2|44=190.00|%s".formatted(newId(), REST));

        assertThat(text(oms.hears("3"))).contains(" 371=38 ", " 373=5 ", "value=-5");
    }

    @Test
    void twoThousandUnknownTagsGoToTheBrokerAndComeBack() throws IOException {
        String unknown =
                IntStream.range(0, 2_000)
                        .mapToObj(i -> (6_000 + i) + "=value" + i)
                        .collect(Collectors.joining("|"));
        String id = newId();
        oms.send("D", "11=%s|%s|%s".formatted(id, TERMS, unknown));

        FixFields atBroker = alpha.hears("the order", it -> it.find(6_000).isPresent());
        assertThat(unknownOf(atBroker)).isEqualTo(unknown);
        acknowledge(atBroker);
        FixFields report = oms.hears("8");
        assertThat(text(report)).contains(" 11=" + id + " ");
        assertThat(unknownOf(report)).isEqualTo(unknown);
    }

    private static String unknownOf(FixFields message) {
        return message.all().stream()
                .filter(field -> field.tag() >= 6_000)
                .map(field -> field.tag() + "=" + field.value())
                .collect(Collectors.joining("|"));
    }

    @Test
    void aMessageTypeThatNobodyServesIsRejected() throws IOException {
        oms.send("BE", "923=U1|924=1|553=someone");

        assertThat(text(oms.hears("j"))).contains(" 372=BE ", " 380=3 ");
    }

    @Test
    void aMissingFieldIsRejected() throws IOException {
        oms.send("D", "11=%s|38=100|40=2|44=190.00|54=1|60=20260302-09:00:00".formatted(newId()));

        assertThat(text(oms.hears("3"))).contains(" 371=55 ", " 373=1 ");
    }

    @Test
    void aLimitOrderWithoutAPriceIsRefused() throws IOException {
        String id = newId();
        oms.send("D", "11=%s|38=100|40=2|%s".formatted(id, REST));

        assertThat(text(oms.hears("8")))
                .contains(" 11=" + id + " ", " 150=8 ", " 39=8 ", "Price(44) is missing");
    }

    @Test
    void aWrongChecksumIsIgnoredAndItsNumberNotUsed() throws IOException {
        String message = oms.message("D", "11=%s|%s".formatted(newId(), TERMS));
        char last = message.charAt(message.length() - 2);
        oms.takeNumberBack();
        oms.sendBytes(
                message.substring(0, message.length() - 2) + (last == '0' ? '1' : '0') + '\u0001');

        log.tell("ignored a garbled message");
    }

    @Test
    void aDuplicateIsRefusedWithTheStateOfTheFirst() throws IOException {
        oms.send("D", "11=%s|38=70|40=2|44=190.00|%s".formatted(kept, REST));

        assertThat(text(oms.hears("8")))
                .contains(" 11=" + kept + " ", " 150=8 ", " 39=0 ", " 103=6 ", " 151=100 ");
    }

    @Test
    void aCancelOfAnUnknownOrderIsRefused() throws IOException {
        oms.send("F", "41=NEVER|11=%s|38=100|%s".formatted(newId(), REST));

        assertThat(text(oms.hears("9")))
                .contains(" 37=NONE ", " 39=8 ", " 41=NEVER ", " 102=1 ", " 434=1 ");
    }

    @Test
    void aDataFieldOfAWrongLengthIsRejectedAndItsNumberUsed() throws IOException {
        oms.send("D", "11=%s|%s|95=3|96=abcdef".formatted(newId(), TERMS));

        assertThat(text(oms.hears("3"))).contains(" 372=D ", " 371=96 ", " 373=6 ");
    }

    /** The same message with the right length and checksum. */
    private static String rebuilt(String message) {
        String body = message.substring(message.indexOf("35="), message.length() - 7);
        return FixText.message("FIX.4.4", body);
    }
}
