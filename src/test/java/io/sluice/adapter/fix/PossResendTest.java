package io.sluice.adapter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PossResend(97) of a request that we have is answered with a status, and goes nowhere. */
class PossResendTest {

    private static final String CANCEL = "11=X1|41=C1|55=AAPL|54=1|38=100|60=20260302-09:00:00|";
    private static final String REPLACE = "41=C1|" + Bodies.order("R1", "55=AAPL|38=200|");

    private TestRouter router;
    private FixPeer alpha;
    private FixPeer oms;

    @BeforeEach
    void anOrderWorks() throws Exception {
        router = TestRouter.start();
        alpha = router.alphaUp();
        oms = router.oms("OMS44").logsOn();
        oms.sends("D", Bodies.order("C1"));
        alpha.sends("8", Bodies.accepted(alpha.hears("D"), "E1"));
        oms.hears("8");
    }

    @AfterEach
    void ends() throws Exception {
        oms.close();
        alpha.close();
        router.close();
    }

    @Test
    void anOrderThatIsKnownIsNotSentAgain() throws Exception {
        oms.maySendAgain("D", Bodies.order("C1"));

        isStatus(oms.hears(), "0");
        assertThat(router.stored("ALPHA", "D")).isEqualTo(1);
    }

    @Test
    void aCancelThatIsPendingIsNotRefusedAsDuplicate() throws Exception {
        oms.sends("F", CANCEL);
        alpha.hears("F");

        oms.maySendAgain("F", CANCEL);

        isStatus(oms.hears(), "6");
        assertThat(router.stored("ALPHA", "F")).isEqualTo(1);
    }

    @Test
    void aReplaceThatIsPendingIsNotRefusedAsDuplicate() throws Exception {
        oms.sends("G", REPLACE);
        alpha.hears("G");

        oms.maySendAgain("G", REPLACE);

        isStatus(oms.hears(), "E");
        assertThat(router.stored("ALPHA", "G")).isEqualTo(1);
    }

    @Test
    void aCancelThatIsNotKnownIsTaken() throws Exception {
        oms.maySendAgain("F", CANCEL);

        assertThat(alpha.hears().find(Tags.MSG_TYPE)).contains("F");
    }

    private static void isStatus(FixFields answer, String ordStatus) {
        assertThat(answer.find(Tags.MSG_TYPE)).contains("8");
        assertThat(answer.find(Tags.EXEC_TYPE)).contains("I");
        assertThat(answer.find(Tags.ORD_STATUS)).contains(ordStatus);
        assertThat(answer.find(Tags.CL_ORD_ID)).contains("C1");
    }
}
