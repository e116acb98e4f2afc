package io.sluice.simulator.dropcopy;

import static io.sluice.simulator.dropcopy.Copies.cancelReject;
import static io.sluice.simulator.dropcopy.Copies.execution;
import static io.sluice.simulator.dropcopy.Copies.possResend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import quickfix.Message;

import java.util.List;

class CopyRulesTest {

    private final CopyRules rules = new CopyRules();

    @Test
    void copiesAsTheyShouldBeBreakNoRule() {
        assertThat(broken(execution("E1", "40"))).isEmpty();
        assertThat(broken(cancelReject("C2"))).isEmpty();
        assertThat(broken(execution("E2", "40.0"))).isEmpty();
        assertThat(broken(possResend(execution("E1", "40")))).isEmpty();
    }

    @Test
    void anExecutionWithoutTheMarkOfACopyIsSeen() {
        Message copy = execution("E1", "40");
        copy.removeField(797);

        assertThat(broken(copy)).containsExactly("copy-indicator");
    }

    @Test
    void aCancelRejectHasNoMarkOfACopy() {
        Message copy = cancelReject("C2");
        copy.setString(797, "Y");

        assertThat(broken(copy)).containsExactly("copy-indicator");
    }

    @Test
    void aCopyWithoutItsOmsIsSeen() {
        Message copy = execution("E1", "40");
        copy.getHeader().removeField(115);

        assertThat(broken(copy)).containsExactly("on-behalf-of");
    }

    @Test
    void aRepeatWithoutAMarkIsSeen() {
        broken(execution("E1", "40"));

        assertThat(broken(execution("E1", "40"))).containsExactly("repeat");
    }

    @Test
    void aRepeatThatTellsSomethingElseIsSeen() {
        broken(execution("E1", "40"));

        assertThat(broken(possResend(execution("E1", "41")))).containsExactly("repeat-changed");
    }

    @Test
    void aQuantityThatFallsIsSeenUnlessItIsMarked() {
        broken(execution("E1", "40"));

        assertThat(broken(execution("E2", "39"))).containsExactly("cum-qty");
        assertThat(broken(possResend(execution("E3", "38")))).isEmpty();
        assertThat(broken(execution("E4", "39.9"))).containsExactly("cum-qty");
        assertThat(broken(execution("E5", "40.00"))).isEmpty();
    }

    @Test
    void aBustMayTakeBackWhatTraded() {
        broken(execution("E1", "40"));
        Message bust = execution("E2", "0");
        bust.setString(150, "H");

        assertThat(broken(bust)).isEmpty();
        assertThat(broken(execution("E3", "10"))).isEmpty();
    }

    @Test
    void otherOrdersHaveQuantitiesOfTheirOwn() {
        broken(execution("E1", "40"));
        Message other = execution("E2", "10");
        other.setString(37, "O2");
        Message ofAnotherOms = execution("E3", "10");
        ofAnotherOms.getHeader().setString(115, "DEMO");

        assertThat(broken(other)).isEmpty();
        assertThat(broken(ofAnotherOms)).isEmpty();
    }

    @Test
    void anAnswerToAStatusRequestIsNoCopy() {
        Message copy = execution("E1", "40");
        copy.setString(150, "I");

        assertThat(broken(copy)).containsExactly("status-answer");
    }

    @Test
    void idsThatAreMissingAreSeen() {
        Message noExecId = execution("E1", "40");
        noExecId.removeField(17);
        Message noOrderId = cancelReject("C2");
        noOrderId.removeField(37);

        assertThat(broken(noExecId)).containsExactly("exec-id");
        assertThat(broken(noOrderId)).containsExactly("order-id");
    }

    @Test
    void aQuantityThatIsNoNumberIsSeen() {
        assertThat(broken(execution("E1", "1e400"))).containsExactly("cum-qty");
    }

    @Test
    void anyOtherMessageIsSeen() {
        Message news = new Message();
        news.getHeader().setString(35, "B");

        assertThat(broken(news)).containsExactly("msg-type");
    }

    private List<String> broken(Message message) {
        return rules.check(Copy.parse(message.toString())).stream().map(Violation::rule).toList();
    }
}
