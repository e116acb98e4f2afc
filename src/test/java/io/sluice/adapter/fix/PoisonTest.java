package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.Event;
import io.sluice.order.OrderEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Messages that cannot be translated, or that the router fails on: each ends as a reject, with its
 * number consumed, and the next message works.
 */
class PoisonTest {

    private TestRouter router;
    private FixPeer oms;

    @BeforeEach
    void starts() throws Exception {
        TestRouter.Setup setup =
                TestRouter.Setup.plain()
                        .with(
                                """
                                NonStopSession=Y
                                RejectMessageOnUnhandledException=N
                                RejectGarbledMessage=N
                                PersistMessages=N
                                """);
        router = TestRouter.start(setup);
        oms = router.oms("OMS44").logsOn();
    }

    @AfterEach
    void ends() throws Exception {
        oms.close();
        router.close();
    }

    @Test
    void anOrderThatTheRouterFailsOnIsRejectedAndTheNextOneWorks() throws Exception {
        try (FixPeer alpha = router.alphaUp()) {
            oms.sends("D", Bodies.order("POISON"));

            FixFields reject = oms.hears();
            assertThat(reject.find(Tags.MSG_TYPE)).contains("j");
            assertThat(reject.find(Tags.REF_SEQ_NUM)).contains("2");
            assertThat(reject.find(Tags.BUSINESS_REJECT_REF_ID)).contains("POISON");
            assertThat(alpha.hearsNothing()).isTrue();
            oms.sends("D", Bodies.order("C2"));
            assertThat(alpha.hears().find(Tags.MSG_TYPE)).contains("D");
        }
    }

    /** Only a frame that is never kept has the broker send its report again. */
    @Test
    void anErrorOnAReportEndsTheEngineAndKeepsNothingOfIt() throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        router.engine().whenEngineFails(() -> ended.complete(true));
        router.engine().addListener((event, _, _) -> breakOn(event));
        try (FixPeer alpha = router.alphaUp()) {
            oms.sends("D", Bodies.order("C1"));
            FixFields order = alpha.hears("D");
            alpha.sends("8", Bodies.accepted(order, "E1"));
            oms.hears("8");

            alpha.sends("8", Bodies.filled(order, "E2"));

            assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(router.happened(OrderEvent.OrderFilled.class::isInstance)).isFalse();
            assertThat(alpha.hearsNothing()).isTrue();
        }
    }

    private static void breakOn(Event event) {
        if (event instanceof OrderEvent.OrderFilled) {
            throw new AssertionError("memory and journal have parted");
        }
    }

    @Test
    void aReplaceThatTheRouterFailsOnIsRejectedAndTheOrderStands() throws Exception {
        try (FixPeer alpha = router.alphaUp()) {
            oms.sends("D", Bodies.order("C1", "55=AAPL|38=100|"));
            alpha.sends("8", Bodies.accepted(alpha.hears("D"), "E1"));
            oms.hears("8");

            oms.sends("G", "41=C1|" + Bodies.order("POISON"));

            assertThat(oms.hears().find(Tags.MSG_TYPE)).contains("j");
            oms.sends("H", "11=C1|55=AAPL|54=1|");
            assertThat(oms.hears("8").find(Tags.ORD_STATUS)).contains("0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "453=x|",
                "453=2|448=A|448=B|",
                "95=3|96=abcde|",
                "95=x|96=abc|",
                "96=abc|",
                "95=-1|96=abc|",
                "95=99999999999|96=abc|",
                "354=100000|355=abc|",
                "=abc|",
                "x=abc|",
                "-5=abc|",
                "0=abc|",
                "99999999999=abc|",
                "9999999999=abc|",
                "38|",
                "38=|",
                "44=1e400|",
                "44=NaN|",
                "44=|",
                "38=-5|",
                "54=|",
                "54=99|",
                "60=yesterday|",
                "11=AGAIN|",
                "1=|",
                "1=\u00ff\u00fe|",
            })
    void anOrderThatCannotBeReadIsRejectedAndTheNextOneWorks(String odd) throws Exception {
        oms.sends("D", Bodies.order("C1") + odd);

        FixFields answer = oms.hears();
        assertThat(answer.find(Tags.MSG_TYPE).orElseThrow()).isIn("3", "j", "8");
        theNextOrderWorks();
    }

    @Test
    void aGarbledMessageIsIgnoredAndComesAgain() throws Exception {
        String good = oms.message("D", 2, "", Bodies.order("C1"));
        oms.write(good.replace("\u000138=100\u0001", "\u000138=900\u0001"));
        oms.from(3).sends("1", "112=NEXT|");

        FixFields request = oms.hears();
        assertThat(request.find(Tags.MSG_TYPE)).contains("2");
        assertThat(request.find(Tags.BEGIN_SEQ_NO)).contains("2");
        oms.sendsAgain("D", 2, Bodies.order("C1"));
        assertThat(oms.hears().find(Tags.ORDER_QTY)).contains("100");
        assertThat(oms.hears().find(Tags.TEST_REQ_ID)).contains("NEXT");
    }

    @Test
    void noMutilatedOrderStopsTheSession() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String body = mutilated(Bodies.order("M" + i) + "453=1|448=A|447=D|452=1|", random);
            oms.sends("D", body);
            List<FixFields> heard = oms.pings("P" + i);

            assertThat(heard)
                    .as("seed %d, message %d: %s", seed, i, body)
                    .hasSize(2)
                    .noneMatch(it -> it.find(Tags.MSG_TYPE).orElseThrow().equals("2"));
        }
        theNextOrderWorks();
    }

    /** One to three characters of the body are others now. */
    private static String mutilated(String body, Random random) {
        StringBuilder text = new StringBuilder(body);
        for (int times = random.nextInt(3); times >= 0; times--) {
            int at = random.nextInt(text.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, anyOf("0123456789=|.-x", random));
                default -> text.setCharAt(at, anyOf("0123456789=|.-x", random));
            }
        }
        return text.toString();
    }

    private static char anyOf(String choice, Random random) {
        return choice.charAt(random.nextInt(choice.length()));
    }

    @Test
    void aReportThatCannotBeReadIsKeptNotRejectedAndTheNextOneWorks() throws Exception {
        try (FixPeer alpha = router.alphaUp()) {
            oms.sends("D", Bodies.order("C1"));
            FixFields order = alpha.hears("D");
            alpha.sends("8", Bodies.accepted(order, "E1").replace("150=0|", "150=?|"));
            alpha.sends("1", "112=AFTER|");

            assertThat(alpha.hears().find(Tags.TEST_REQ_ID)).contains("AFTER");
            alpha.sends("8", Bodies.filled(order, "E2"));
            assertThat(oms.hears("8").find(Tags.ORD_STATUS)).contains("2");
            assertThat(router.journal().entries())
                    .extracting(Object::toString)
                    .filteredOn(entry -> entry.contains("ReportUnmatched"))
                    .singleElement()
                    .asString()
                    .contains("ExecType(150) was ?");
        }
    }

    @Test
    void aReportThatTheRouterFailsOnIsRejectedAndTheNextOneWorks() throws Exception {
        try (FixPeer alpha = router.alphaUp()) {
            oms.sends("D", Bodies.order("C1"));
            FixFields order = alpha.hears("D");
            alpha.sends("8", Bodies.accepted(order, "POISON"));

            assertThat(alpha.hears().find(Tags.MSG_TYPE)).contains("j");
            alpha.sends("8", Bodies.filled(order, "E2"));
            assertThat(oms.hears("8").find(Tags.ORD_STATUS)).contains("2");
        }
    }

    @Test
    void aReportOnAnOrderThatNobodyKnowsIsKeptAndTheNextOneWorks() throws Exception {
        try (FixPeer alpha = router.alphaUp()) {
            oms.sends("D", Bodies.order("C1"));
            FixFields order = alpha.hears("D");
            alpha.sends("8", Bodies.filled(FixFields.parse("11=NOBODYS\u0001"), "E1"));
            alpha.sends("8", Bodies.filled(order, "E2"));

            assertThat(oms.hears("8").find(Tags.ORD_STATUS)).contains("2");
            assertThat(router.happened(Event.ReportUnmatched.class::isInstance)).isTrue();
        }
    }

    private void theNextOrderWorks() throws Exception {
        oms.sends("D", Bodies.order("NEXT"));

        List<FixFields> heard = oms.pings("AFTER");
        assertThat(heard.getFirst().find(Tags.CL_ORD_ID)).contains("NEXT");
        assertThat(heard).hasSize(2);
        assertThat(router.status("OMS44").nextTarget()).isEqualTo(oms.nextNumber());
    }
}
