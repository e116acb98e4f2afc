package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule on OrderCancelReject(9). */
class CancelRejectRulesTest {

    private final Conversation oms = new Conversation();

    @BeforeEach
    void anAcknowledgedOrderIsBeingCanceled() {
        oms.hears("150=0");
        oms.cancels("R-2", "R-1");
    }

    @Test
    void aProperRejectAnswersTheCancel() {
        assertThat(oms.hearsReject("102=0")).isEmpty();

        assertThat(oms.unanswered()).isEmpty();
        assertThat(oms.checker.open()).hasSize(1);
        assertThat(oms.checker.tally().cancelRejects).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "434=2, cxl-rej-response-to",
        "434=, cxl-rej-response-to",
        "102=, cxl-rej-reason",
        "41=R-9, orig-cl-ord-id",
        "39=4, ord-status",
        "39=2, ord-status",
        "37=O9, order-id",
        "37=NONE, order-id",
        "11=R-1, cl-ord-id",
        "11=X-9, unknown-order"
    })
    void oneWrongFieldIsCaught(String wrong, String rule) {
        assertThat(oms.hearsReject(wrong)).contains(rule);
    }

    @Test
    void aKnownOrderSaidToBeUnknownIsCaught() {
        assertThat(oms.hearsReject("37=NONE|102=1|39=8")).containsExactly("unknown-order");
    }

    @Test
    void aRejectedOrderMayBeRefusedAsUnknown() {
        oms.hears("150=8|39=8|151=0|58=Not today");

        assertThat(oms.hearsReject("37=NONE|102=1|39=8")).isEmpty();
    }

    @Test
    void anUnknownIdInTheChainMayBeRefusedAsUnknown() {
        oms.replaces("R-3", "R-1", "400", "190");
        oms.cancels("R-4", "R-3");

        assertThat(oms.hearsReject("11=R-4|41=R-3|37=NONE|102=1|39=8")).isEmpty();
    }

    @Test
    void aSecondRejectOfOneCancelIsCaughtUnlessMarked() {
        oms.hearsReject("102=0");

        assertThat(oms.hearsReject("97=Y")).isEmpty();
        assertThat(oms.hearsReject("102=0")).containsExactly("cl-ord-id");
    }

    @Test
    void aCancelTooLateTellsThatTheOrderIsFilled() {
        oms.hears("150=F|39=2|32=300|31=190|14=300|151=0|6=190");

        assertThat(oms.hearsReject("39=2")).isEmpty();
    }

    @Test
    void theNextRequestBuildsOnTheLastIdThatWasNotRejected() {
        oms.replaces("R-3", "R-1", "400", "190");
        assertThat(oms.checker.open().getFirst().latest().id()).isEqualTo("R-3");

        oms.hearsReject("11=R-3|434=2|102=2");

        assertThat(oms.checker.open().getFirst().latest().id()).isEqualTo("R-1");
    }
}
