package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule on ExecutionReport(8): legal reports pass, and one wrong field is caught. */
class ExecutionReportRulesTest {

    private static final String FILL = "150=F|39=1|32=100|31=190|14=100|151=200|6=190";

    private final Conversation oms = new Conversation();

    @ParameterizedTest
    @CsvSource({
        "37=O9, order-id",
        "37=, order-id",
        "55=MSFT, instrument",
        "54=2, instrument",
        "1=ACC2, instrument",
        "20001=R-9, echo",
        "20001=, echo",
        "39=0, ord-status",
        "39=2, ord-status",
        "39=, ord-status",
        "14=200, quantity",
        "151=300, quantity",
        "38=400, quantity",
        "6=189, avg-px",
        "6=, number",
        "14=1e400, number",
        "151=lots, number",
        "150=1, exec-type",
        "41=X-9, orig-cl-ord-id",
        "31=190.01, limit"
    })
    void oneWrongFieldOfAFillIsCaught(String wrong, String rule) {
        oms.hears("150=0");

        assertThat(oms.hears(FILL + "|" + wrong)).contains(rule);
    }

    @Test
    void aFillOfNothingOrForNothingIsCaught() {
        oms.hears("150=0");

        assertThat(oms.hears("150=F|39=0|32=0|31=190")).containsExactly("trade");
        assertThat(oms.hears("150=F|39=1|32=100|31=0|14=100|151=200")).containsExactly("trade");
    }

    @Test
    void aLostFillShowsInTheNextReport() {
        oms.hears("150=0");

        assertThat(oms.hears("150=F|39=1|32=100|31=190|14=200|151=100|6=190"))
                .containsExactly("quantity", "quantity");
    }

    @Test
    void anOverfillIsCaught() {
        oms.hears("150=0");

        assertThat(oms.hears("150=F|39=2|32=400|31=190|14=400|151=0|6=190"))
                .containsExactly("overfill");
    }

    @Test
    void aRoundedAveragePasses() {
        oms.hears("150=0");

        assertThat(oms.hears(FILL + "|6=190.01")).isEmpty();
    }

    @Test
    void aSecondAcknowledgementIsCaught() {
        oms.hears("150=0");

        assertThat(oms.hears("150=0")).containsExactly("acknowledged-twice");
    }

    @Test
    void aRejectNeedsATextAndNoTrade() {
        assertThat(oms.hears("150=8|39=8|151=0")).containsExactly("text");

        Conversation traded = new Conversation();
        traded.hears(FILL);
        assertThat(traded.hears(FILL + "|150=8|58=no")).contains("rejected-after-fill");
    }

    @Test
    void aDuplicateRejectOfAnOrderSentOnceIsCaught() {
        assertThat(oms.hears("150=8|39=8|151=0|103=6|58=Duplicate")).contains("duplicate-order");
    }

    @Test
    void anOrderThatEndedStaysEnded() {
        oms.hears("150=0");
        oms.hears("150=4|39=4|151=0");
        oms.asks("R-2", "R-1");

        assertThat(oms.hears("150=I|17=0|790=R-2|39=0")).contains("ord-status", "quantity");
    }

    @Test
    void aLateFillCountsAfterACancel() {
        oms.hears("150=0");
        oms.hears("150=4|39=4|151=0");

        assertThat(oms.hears(FILL + "|39=4|151=0")).isEmpty();
        assertThat(oms.hears("150=F|39=1|32=100|31=190|14=200|151=0|6=190"))
                .containsExactly("ord-status");
    }

    @ParameterizedTest
    @CsvSource({"150=4|39=4", "150=C|39=C", "150=8|39=8|58=no", "150=3|39=3"})
    void anOrderEndsOnce(String end) {
        oms.hears("150=0");
        assertThat(oms.hears(end + "|151=0")).isEmpty();

        assertThat(oms.hears("150=8|39=8|58=no|151=0")).contains("after-end");
    }

    @Test
    void aFilledOrderCannotBeCanceled() {
        oms.hears("150=F|39=2|32=300|31=190|14=300|151=0|6=190");

        assertThat(oms.hears("150=4|39=4|14=300|151=0|6=190")).contains("after-end");
    }

    @Test
    void anOrderThatIsDoneForTheDayMayStillBeCanceled() {
        oms.hears("150=3|39=3|151=300");

        assertThat(oms.hears("150=4|39=4|151=0")).isEmpty();
    }

    @Test
    void aFilledOrderMayBeReopenedByAReplace() {
        oms.hears("150=F|39=2|32=300|31=190|14=300|151=0|6=190");
        oms.replaces("R-2", "R-1", "500", "190");

        assertThat(oms.hears("150=5|39=1|11=R-2|41=R-1|38=500|14=300|151=200|6=190")).isEmpty();
        assertThat(oms.checker.open()).hasSize(1);
    }

    @Test
    void anExpiryLeavesNothing() {
        oms.hears("150=0");

        assertThat(oms.hears("150=C|39=C|151=300")).containsExactly("quantity");
    }

    @Test
    void aReportedPendingCancelOutranksAFill() {
        oms.hears("150=0");
        oms.cancels("R-2", "R-1");
        oms.hears("150=6|39=6|11=R-2|41=R-1");

        assertThat(oms.hears(FILL + "|39=6")).isEmpty();
        assertThat(oms.hears("150=F|39=1|32=100|31=190|14=200|151=100|6=190"))
                .containsExactly("ord-status");
    }

    @Test
    void aReplaceIsInForceOnceAccepted() {
        oms.hears("150=0");
        oms.replaces("R-2", "R-1", "500", "191");

        assertThat(oms.hears("150=E|39=E|11=R-2|41=R-1")).isEmpty();
        assertThat(oms.hears(FILL + "|39=E")).isEmpty();
        assertThat(oms.hears("150=5|39=1|11=R-2|41=R-1|38=500|14=100|151=400|6=190")).isEmpty();
        assertThat(oms.hears("150=F|39=2|11=R-2|20001=R-2|38=500|32=400|31=190|14=500|151=0|6=190"))
                .isEmpty();
        assertThat(oms.unanswered()).isEmpty();
    }

    @Test
    void aFillUnderTheIdBeforeTheReplaceIsCaught() {
        oms.hears("150=0");
        oms.replaces("R-2", "R-1", "500", "191");
        oms.hears("150=5|39=0|11=R-2|41=R-1|38=500|151=500");

        assertThat(oms.hears(FILL + "|38=500|151=400")).containsExactly("cl-ord-id");
    }

    @Test
    void aFillUnderTheIdOfAReplaceNotYetAcceptedIsCaught() {
        oms.hears("150=0");
        oms.replaces("R-2", "R-1", "500", "191");

        assertThat(oms.hears(FILL + "|11=R-2")).containsExactly("cl-ord-id");
    }

    @Test
    void chainedReplacesSpeakOfTheLastAcceptedId() {
        oms.hears("150=0");
        oms.replaces("R-2", "R-1", "400", "190");
        oms.replaces("R-3", "R-2", "500", "190");

        assertThat(oms.hears("150=5|39=0|11=R-2|41=R-1|38=400|151=400")).isEmpty();
        assertThat(oms.hears("150=5|39=0|11=R-3|41=R-2|38=500|151=500")).isEmpty();
    }

    @Test
    void aWrongOriginOfAReplaceIsCaught() {
        oms.hears("150=0");
        oms.replaces("R-2", "R-1", "500", "191");

        assertThat(oms.hears("150=5|39=0|11=R-2|41=R-2|38=500|151=500"))
                .containsExactly("orig-cl-ord-id");
    }

    @Test
    void aReplaceToLessThanHasTradedStopsThere() {
        oms.hears("150=0");
        oms.replaces("R-2", "R-1", "100", "190");
        oms.hears("150=F|39=1|32=200|31=190|14=200|151=100|6=190");

        assertThat(oms.hears("150=5|39=2|11=R-2|41=R-1|38=200|14=200|151=0|6=190")).isEmpty();
        assertThat(oms.checker.open()).isEmpty();
    }

    @Test
    void aReplacedThatNobodyAskedForIsCaught() {
        oms.hears("150=0");

        assertThat(oms.hears("150=5|39=0|41=R-1")).containsExactly("cl-ord-id");
    }

    @Test
    void aCancelUnderAnIdNeverAskedForIsCaught() {
        oms.hears("150=0");
        oms.replaces("R-2", "R-1", "500", "191");

        assertThat(oms.hears("150=4|39=4|11=R-2|41=R-1|151=0")).contains("cl-ord-id");
    }

    @Test
    void aBustTakesTheTradeBackAndACorrectionChangesIt() {
        oms.hears("150=0");
        oms.hears(FILL + "|17=T1");
        assertThat(oms.hears("150=G|19=T1|17=T2|39=1|32=200|31=189|14=200|151=100|6=189"))
                .isEmpty();
        assertThat(oms.hears("150=H|19=T1|39=1|14=200|151=100|6=189"))
                .containsExactly("exec-ref-id");

        assertThat(oms.hears("150=H|19=T2|39=0")).isEmpty();
    }
}
