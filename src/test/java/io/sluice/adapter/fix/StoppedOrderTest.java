package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.order.OrderEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/** Orders that are stopped after they were staged: a gap fill leaves in their place. */
class StoppedOrderTest {

    private TestRouter router;
    private FixPeer alpha;
    private FixPeer oms;

    @BeforeEach
    void starts() throws Exception {
        router = TestRouter.start();
        alpha = router.alphaUp();
        oms = router.oms("OMS44").logsOn();
    }

    @AfterEach
    void ends() throws Exception {
        oms.close();
        alpha.close();
        router.close();
    }

    @Test
    void aBlockedOrderLeavesAGapFillInItsPlaceAndTheOmsIsTold() throws Exception {
        int number = nextToAlpha();
        placesWhileHeld("C1");
        router.refuses(Optional.of("ALPHA is killed"));
        router.journal().release();

        isGapFill(alpha.hears(), number);
        isToldRejected("C1", "ALPHA is killed");
    }

    @Test
    void anOrderThatWaitedTooLongLeavesAGapFillInItsPlaceAndTheOmsIsTold() throws Exception {
        int number = nextToAlpha();
        placesWhileHeld("C1");
        router.clock().forward(Duration.ofMillis(TestRouter.MAX_UNSENT_MILLIS + 1_000));
        router.journal().release();

        isGapFill(alpha.hears(), number);
        isToldRejected("C1", "to leave");
    }

    @Test
    void theBrokersSequenceGoesOnBehindAStoppedOrder() throws Exception {
        int number = nextToAlpha();
        placesWhileHeld("C1");
        router.refuses(Optional.of("ALPHA is killed"));
        router.journal().release();
        isGapFill(alpha.hears(), number);
        isToldRejected("C1", "ALPHA is killed");
        router.refuses(Optional.empty());

        oms.sends("D", Bodies.order("C2"));

        FixFields order = alpha.hears();
        assertThat(order.find(Tags.MSG_TYPE)).contains("D");
        assertThat(order.find(Tags.MSG_SEQ_NUM)).contains(Integer.toString(number + 1));
    }

    @Test
    void aBlockedReplaceLeavesTheOrderAsItWas() throws Exception {
        oms.sends("D", Bodies.order("C1"));
        alpha.sends("8", Bodies.accepted(alpha.hears("D"), "E1"));
        oms.hears("8");
        int number = nextToAlpha();
        router.journal().hold();
        oms.sends("G", "41=C1|" + Bodies.order("C2", "55=AAPL|38=200|"));
        Await.until("the replace is stored", () -> router.stored("ALPHA", "G") == 1);
        router.refuses(Optional.of("ALPHA is killed"));
        router.journal().release();

        isGapFill(alpha.hears(), number);
        FixFields reject = oms.hears("9");
        assertThat(reject.find(Tags.CL_ORD_ID)).contains("C2");
        assertThat(reject.find(Tags.ORIG_CL_ORD_ID)).contains("C1");
        assertThat(reject.find(Tags.ORD_STATUS)).contains("0");
        assertThat(reject.find(Tags.CXL_REJ_RESPONSE_TO)).contains("2");
    }

    @Test
    void aCancelLeavesWhateverIsBlocked() throws Exception {
        oms.sends("D", Bodies.order("C1"));
        alpha.sends("8", Bodies.accepted(alpha.hears("D"), "E1"));
        oms.hears("8");
        router.refuses(Optional.of("ALPHA is killed"));

        oms.sends("F", "11=C2|41=C1|55=AAPL|54=1|38=100|60=20260302-09:00:00|");

        assertThat(alpha.hears().find(Tags.MSG_TYPE)).contains("F");
    }

    @Test
    void aFailedJournalLetsCancelsGoAndNothingElse() throws Exception {
        oms.sends("D", Bodies.order("C1"));
        alpha.sends("8", Bodies.accepted(alpha.hears("D"), "E1"));
        oms.hears("8");
        router.journal().hold();
        oms.sends("F", "11=C2|41=C1|55=AAPL|54=1|38=100|60=20260302-09:00:00|");
        Await.until("the cancel is stored", () -> router.stored("ALPHA", "F") == 1);
        oms.sends("1", "112=UNTOLD|");
        placesWhileHeld("C3");
        router.refuses(Optional.of("the journal failed"));
        router.journal().fail(new java.io.IOException("disk full"));

        assertThat(alpha.hears().find(Tags.MSG_TYPE)).contains("F");
        assertThat(alpha.hears().find(Tags.MSG_TYPE)).contains("4");
        assertThat(oms.hearsNothing()).isTrue();
    }

    @Test
    void aCancelThatIsMadeAfterTheJournalFailedLeavesAllTheSame() throws Exception {
        oms.sends("D", Bodies.order("C1"));
        alpha.sends("8", Bodies.accepted(alpha.hears("D"), "E1"));
        oms.hears("8");
        router.refuses(Optional.of("the journal failed"));
        router.journal().fail(new java.io.IOException("disk full"));

        oms.sends("F", "11=C2|41=C1|55=AAPL|54=1|38=100|60=20260302-09:00:00|");

        assertThat(alpha.hears().find(Tags.MSG_TYPE)).contains("F");
        assertThat(oms.hearsNothing()).isTrue();
    }

    private void placesWhileHeld(String clOrdId) throws Exception {
        long before = router.stored("ALPHA", "D");
        router.journal().hold();
        oms.sends("D", Bodies.order(clOrdId));
        Await.until("the order is stored", () -> router.stored("ALPHA", "D") > before);
    }

    private int nextToAlpha() {
        return router.status("ALPHA").nextSender();
    }

    private static void isGapFill(FixFields message, int number) {
        assertThat(message.find(Tags.MSG_TYPE)).contains("4");
        assertThat(message.find(Tags.MSG_SEQ_NUM)).contains(Integer.toString(number));
        assertThat(message.find(123)).contains("Y");
        assertThat(message.find(36)).contains(Integer.toString(number + 1));
        assertThat(message.has(Tags.POSS_DUP_FLAG)).isFalse();
    }

    private void isToldRejected(String clOrdId, String why) throws Exception {
        FixFields report = oms.hears("8");
        assertThat(report.find(Tags.CL_ORD_ID)).contains(clOrdId);
        assertThat(report.find(Tags.EXEC_TYPE)).contains("8");
        assertThat(report.find(Tags.ORD_STATUS)).contains("8");
        assertThat(report.find(Tags.TEXT).orElseThrow()).contains("NOT_SENT").contains(why);
        assertThat(router.happened(OrderEvent.OrderNotSent.class::isInstance)).isTrue();
    }
}
