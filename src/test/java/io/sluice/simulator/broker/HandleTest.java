package io.sluice.simulator.broker;

import static io.sluice.simulator.broker.Customer.limit;
import static io.sluice.simulator.broker.Customer.market;
import static io.sluice.simulator.broker.Customer.with;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class HandleTest {

    private final Customer customer = Customer.of(1);

    @Test
    void fillIsAcknowledgedAndFilledAtItsLimit() {
        assertThat(customer.buys("C1", "100", "SIM.FILL", "10.50"))
                .containsExactly(
                        "8 11=C1 150=0 39=0 38=100 14=0 151=100",
                        "8 11=C1 150=F 39=2 38=100 14=100 151=0 32=100 31=10.50");
    }

    @Test
    void fillOfAMarketOrderIsAtTen() {
        assertThat(customer.sends("C1", market('2', "7", "SIM.FILL")))
                .contains("8 11=C1 150=F 39=2 38=7 14=7 151=0 32=7 31=10.00");
    }

    @Test
    void restIsAcknowledgedAndNeverFilled() {
        assertThat(customer.buys("C1", "100", "SIM.REST", "10.00"))
                .containsExactly("8 11=C1 150=0 39=0 38=100 14=0 151=100");
        assertThat(customer.sells("C2", "100", "SIM.REST", "9.00")).hasSize(1);
        assertThat(customer.waits(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void restOfAnImmediateOrderIsCanceled() {
        assertThat(customer.sends("C1", with('3', limit('1', "100", "SIM.REST", "10.00"))))
                .containsExactly(
                        "8 11=C1 150=0 39=0 38=100 14=0 151=100",
                        "8 11=C1 150=4 39=4 38=100 14=0 151=0");
    }

    @Test
    void partialIsHalfFilledAndStaysCancelable() {
        assertThat(customer.buys("C1", "101", "SIM.PARTIAL", "10.00"))
                .containsExactly(
                        "8 11=C1 150=0 39=0 38=101 14=0 151=101",
                        "8 11=C1 150=F 39=1 38=101 14=50 151=51 32=50 31=10.00");
        assertThat(customer.cancels("C2", "C1", "SIM.PARTIAL"))
                .containsExactly("8 11=C2 41=C1 150=4 39=4 38=101 14=50 151=0");
    }

    @Test
    void partialFillsAtLeastOne() {
        assertThat(customer.buys("C1", "1", "SIM.PARTIAL", "10.00"))
                .contains("8 11=C1 150=F 39=2 38=1 14=1 151=0 32=1 31=10.00");
    }

    @Test
    void partialNeverFillsHalfOfAFillOrKill() {
        assertThat(customer.sends("C1", with('4', limit('1', "100", "SIM.PARTIAL", "10.00"))))
                .containsExactly(
                        "8 11=C1 150=0 39=0 38=100 14=0 151=100",
                        "8 11=C1 150=4 39=4 38=100 14=0 151=0");
    }

    @Test
    void rejectSaysWhy() {
        assertThat(customer.buys("C1", "100", "SIM.REJECT", "10.00"))
                .containsExactly("8 11=C1 150=8 39=8 38=100 14=0 151=0 103=0");
        assertThat(customer.executions().getFirst().text()).isNotEmpty();
    }

    @Test
    void silentAnswersOnlyStatusRequests() {
        assertThat(customer.buys("C1", "100", "SIM.SILENT", "10.00")).isEmpty();
        assertThat(customer.cancels("C2", "C1", "SIM.SILENT")).isEmpty();
        assertThat(customer.replaces("C3", "C1", limit('1', "50", "SIM.SILENT", "10.00")))
                .isEmpty();
        assertThat(customer.queries("C1", "SIM.SILENT"))
                .containsExactly("8 11=C1 150=I 39=0 38=100 14=0 151=100");
    }

    @Test
    void slowAnswersAfterTwoSecondsAndHoldsUpNobody() {
        assertThat(customer.buys("C1", "100", "SIM.SLOW", "10.00")).isEmpty();
        assertThat(customer.buys("C2", "100", "SIM.FILL", "10.00")).hasSize(2);
        assertThat(customer.waits(Duration.ofMillis(1999))).isEmpty();
        assertThat(customer.waits(Duration.ofMillis(1)))
                .containsExactly(
                        "8 11=C1 150=0 39=0 38=100 14=0 151=100",
                        "8 11=C1 150=F 39=2 38=100 14=100 151=0 32=100 31=10.00");
    }

    @Test
    void slowAnswersToCancelsAndQueriesAreSlowToo() {
        customer.buys("C1", "100", "SIM.SLOW", "10.00");
        customer.waits(Duration.ofSeconds(2));

        assertThat(customer.cancels("C2", "C1", "SIM.SLOW")).isEmpty();
        assertThat(customer.queries("C1", "SIM.SLOW")).isEmpty();
        assertThat(customer.waits(Duration.ofSeconds(2)))
                .containsExactly(
                        "9 11=C2 41=C1 39=2 434=1 102=0", "8 11=C1 150=I 39=2 38=100 14=100 151=0");
    }

    @Test
    void lateFillIsFasterThanTheCancel() {
        customer.buys("C1", "100", "SIM.LATEFILL", "10.00");

        assertThat(customer.cancels("C2", "C1", "SIM.LATEFILL"))
                .containsExactly(
                        "8 11=C1 150=F 39=2 38=100 14=100 151=0 32=100 31=10.00",
                        "9 11=C2 41=C1 39=2 434=1 102=0");
    }

    @Test
    void dupSaysEverythingTwiceUnderOneExecId() {
        assertThat(customer.buys("C1", "100", "SIM.DUP", "10.00"))
                .containsExactly(
                        "8 11=C1 150=0 39=0 38=100 14=0 151=100",
                        "8 11=C1 150=0 39=0 38=100 14=0 151=100 again",
                        "8 11=C1 150=F 39=2 38=100 14=100 151=0 32=100 31=10.00",
                        "8 11=C1 150=F 39=2 38=100 14=100 151=0 32=100 31=10.00 again");
        assertThat(customer.executions().stream().map(Report.Execution::execId).distinct())
                .hasSize(2);
    }
}
