package io.sluice.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who is answered, and what belongs to what. */
class CheckerTest {

    private final Conversation oms = new Conversation();

    @Test
    void anAcknowledgedOrderThatFillsBreaksNoRule() {
        assertThat(oms.hears("150=0")).isEmpty();
        assertThat(oms.hears("150=F|39=1|32=100|31=189.90|14=100|151=200|6=189.90")).isEmpty();
        assertThat(oms.hears("150=F|39=2|32=200|31=190|14=300|151=0|6=189.9667")).isEmpty();

        assertThat(oms.checker.open()).isEmpty();
        assertThat(oms.unanswered()).isEmpty();
        assertThat(oms.checker.tally().fills).isEqualTo(2);
    }

    @Test
    void theFirstAnswerGivesTheLatencyFromTheIntendedTime() {
        oms.hears("150=0");
        oms.hears("150=F|39=1|32=100|31=189.90|14=100|151=200|6=189.90");

        assertThat(oms.latencies).containsExactly(4_000L);
    }

    @Test
    void anOrderWithoutAnAnswerStaysUnanswered() {
        assertThat(oms.hears("150=A|39=A")).isEmpty();

        assertThat(oms.unanswered()).containsExactly("R-1");
        assertThat(oms.checker.open()).hasSize(1);
    }

    @Test
    void aRepeatedExecIdWithoutAMarkIsCaught() {
        oms.hears("150=0|17=SAME");

        assertThat(oms.hears("150=0|17=SAME")).containsExactly("exec-id");
    }

    @Test
    void aMarkedRepeatIsCountedAndNotBooked() {
        String fill = "17=SAME|150=F|39=1|32=100|31=190|14=100|151=200|6=190";
        oms.hears("150=0");
        oms.hears(fill);

        assertThat(oms.hears(fill + "|97=Y")).isEmpty();
        assertThat(oms.hears(fill + "|43=Y")).isEmpty();
        assertThat(oms.checker.tally().marked).isEqualTo(2);
        assertThat(oms.checker.tally().fills).isEqualTo(1);
    }

    @Test
    void aMarkedReportThatIsNewIsBooked() {
        assertThat(oms.hears("150=0|97=Y")).isEmpty();

        assertThat(oms.unanswered()).isEmpty();
    }

    @Test
    void aMissingExecIdIsCaught() {
        assertThat(oms.hears("150=0|17=")).containsExactly("exec-id");
    }

    @Test
    void aReportOnAnOrderNeverSentIsCaught() {
        assertThat(oms.hears("11=X-9")).containsExactly("unknown-order");
    }

    @Test
    void aReportOnAnOrderOfAnEarlierRunIsOnlyCounted() {
        assertThat(oms.hears("11=OLD-7")).isEmpty();

        assertThat(oms.checker.tally().earlier).isEqualTo(1);
    }

    @Test
    void aCancelThatIsConfirmedIsAnswered() {
        oms.hears("150=0");
        oms.cancels("R-2", "R-1");

        assertThat(oms.hears("150=6|39=6|11=R-2|41=R-1")).isEmpty();
        assertThat(oms.unanswered()).containsExactly("R-2");
        assertThat(oms.hears("150=4|39=4|11=R-2|41=R-1|151=0")).isEmpty();
        assertThat(oms.unanswered()).isEmpty();
        assertThat(oms.checker.open()).isEmpty();
    }

    @Test
    void aCancelThatOvertakesTheAcknowledgementEndsTheOrder() {
        oms.cancels("R-2", "R-1");

        assertThat(oms.hears("150=4|39=4|11=R-2|41=R-1|151=0")).isEmpty();

        assertThat(oms.unanswered()).isEmpty();
    }

    @Test
    void aStatusAnswerNeedsAQuestion() {
        oms.hears("150=0");
        oms.asks("R-2", "R-1");

        assertThat(oms.hears("150=I|17=0|790=R-2")).isEmpty();
        assertThat(oms.hears("150=I|17=0|790=R-2|97=Y")).isEmpty();
        assertThat(oms.hears("150=I|17=0|790=R-2")).containsExactly("status");
        assertThat(oms.hears("150=I|17=0")).containsExactly("status");
    }

    @Test
    void aStatusAnswerAboutAnotherOrderIsCaught() {
        oms.checker.sent(new Request.NewOrder("R-2", Conversation.TERMS), 1_000);
        oms.hears("150=0");
        oms.asks("R-3", "R-2");

        assertThat(oms.hears("150=I|17=0|790=R-3")).containsExactly("status");
    }

    @Test
    void aStatusAnswerWithoutExecIdIsCaught() {
        oms.hears("150=0");
        oms.asks("R-2", "R-1");

        assertThat(oms.hears("150=I|17=|790=R-2")).containsExactly("exec-id");
    }

    @Test
    void aStatusAnswerThatDeniesTheOrderIsCaught() {
        oms.hears("150=0");
        oms.asks("R-2", "R-1");

        assertThat(oms.hears("150=I|17=0|790=R-2|39=8|103=5")).containsExactly("ord-status");
    }

    @Test
    void aDenialIsToldFromAReject() {
        oms.checker.sent(new Request.NewOrder("R-2", Conversation.TERMS), 1_000);

        oms.hears("150=8|39=8|151=0|58=QTY_ABOVE_LIMIT 300 is above 200");
        oms.hears("11=R-2|20001=R-2|37=O2|150=8|39=8|151=0|58=Not today");

        assertThat(oms.checker.tally().denied).isEqualTo(1);
        assertThat(oms.checker.tally().rejected).isEqualTo(1);
    }

    @Test
    void aRefusalByTheSessionIsAViolationAndAnAnswer() {
        Answer reject = Answer.parse("35=3|45=7|58=Value is incorrect");

        assertThat(oms.checker.refused(reject, "R-1")).hasSize(1);

        assertThat(oms.unanswered()).isEmpty();
        assertThat(oms.checker.open()).isEmpty();
    }

    @Test
    void aMessageThatIsNoAnswerIsCaught() {
        assertThat(oms.checker.receive(Answer.parse("35=AE"), 5_000)).hasSize(1);
    }
}
