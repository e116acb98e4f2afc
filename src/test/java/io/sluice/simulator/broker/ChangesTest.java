package io.sluice.simulator.broker;

import static io.sluice.simulator.broker.Customer.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.broker.Request.CancelOrder;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;

class ChangesTest {

    private final Customer customer = Customer.of(1);

    @Test
    void aCancelEndsTheOrder() {
        customer.buys("C1", "100", "SIM.REST", "10.00");

        assertThat(customer.cancels("C2", "C1", "SIM.REST"))
                .containsExactly("8 11=C2 41=C1 150=4 39=4 38=100 14=0 151=0");
        assertThat(customer.cancels("C3", "C1", "SIM.REST"))
                .containsExactly("9 11=C3 41=C1 39=4 434=1 102=0");
    }

    @Test
    void aCancelOfAnUnknownOrderEchoesTheIdAskedFor() {
        assertThat(customer.cancels("C2", "C1", "AAPL"))
                .containsExactly("9 11=C2 41=C1 39=8 434=1 102=1");
        assertThat(customer.reports().getLast()).extracting("orderId").isEqualTo(Order.NO_ORDER_ID);
    }

    @Test
    void aCancelOfAnUnknownOrderUsesUpNoId() {
        customer.cancels("C2", "C1", "SIM.REST");

        assertThat(customer.buys("C1", "100", "SIM.REST", "10.00"))
                .containsExactly("8 11=C1 150=0 39=0 38=100 14=0 151=100");
    }

    @Test
    void aFilledOrderIsTooLateToCancelAndToReplace() {
        customer.buys("C1", "100", "SIM.FILL", "10.00");

        assertThat(customer.cancels("C2", "C1", "SIM.FILL"))
                .containsExactly("9 11=C2 41=C1 39=2 434=1 102=0");
        assertThat(customer.replaces("C3", "C1", limit('1', "200", "SIM.FILL", "10.00")))
                .containsExactly("9 11=C3 41=C1 39=2 434=2 102=0");
    }

    @Test
    void aReplaceGivesTheWholeQuantityAnew() {
        customer.buys("C1", "100", "SIM.PARTIAL", "10.00");

        assertThat(customer.replaces("C2", "C1", limit('1', "80", "SIM.PARTIAL", "10.10")))
                .containsExactly("8 11=C2 41=C1 150=5 39=1 38=80 14=50 151=30");
        assertThat(customer.replaces("C3", "C2", limit('1', "120", "SIM.PARTIAL", "10.10")))
                .containsExactly("8 11=C3 41=C2 150=5 39=1 38=120 14=50 151=70");
    }

    @Test
    void aReplaceAtOrBelowWhatWasTradedStopsTheOrder() {
        customer.buys("C1", "100", "SIM.PARTIAL", "10.00");
        customer.buys("D1", "100", "SIM.PARTIAL", "10.00");

        assertThat(customer.replaces("C2", "C1", limit('1', "50", "SIM.PARTIAL", "10.00")))
                .containsExactly("8 11=C2 41=C1 150=5 39=2 38=50 14=50 151=0");
        assertThat(customer.replaces("D2", "D1", limit('1', "20", "SIM.PARTIAL", "10.00")))
                .containsExactly("8 11=D2 41=D1 150=5 39=2 38=50 14=50 151=0");
    }

    @Test
    void theOrderIdIsTheSameAllAlongTheChain() {
        customer.buys("C1", "100", "SIM.PARTIAL", "10.00");
        customer.replaces("C2", "C1", limit('1', "80", "SIM.PARTIAL", "10.10"));
        customer.cancels("C3", "C2", "SIM.PARTIAL");

        assertThat(
                        customer.executions().stream()
                                .map(execution -> execution.order().orderId())
                                .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void anIdThatWasReplacedNoLongerNamesTheOrder() {
        customer.buys("C1", "100", "SIM.REST", "10.00");
        customer.replaces("C2", "C1", limit('1', "80", "SIM.REST", "10.00"));

        assertThat(customer.cancels("C3", "C1", "SIM.REST"))
                .containsExactly("9 11=C3 41=C2 39=0 434=1 102=99");
    }

    @Test
    void aChainOverARejectedReplaceIsBasedOnTheAcceptedId() {
        customer.buys("C1", "100", "SIM.REST", "10.00");
        assertThat(customer.replaces("C2", "C1", limit('1', "-5", "SIM.REST", "10.00")))
                .containsExactly("9 11=C2 41=C1 39=0 434=2 102=99");

        assertThat(customer.cancels("C3", "C2", "SIM.REST"))
                .containsExactly("8 11=C3 41=C1 150=4 39=4 38=100 14=0 151=0");
    }

    @Test
    void aRequestUnderAUsedIdIsADuplicate() {
        customer.buys("C1", "100", "SIM.REST", "10.00");
        customer.buys("C2", "100", "SIM.REST", "10.00");

        assertThat(customer.cancels("C2", "C1", "SIM.REST"))
                .containsExactly("9 11=C2 41=C1 39=0 434=1 102=6");
    }

    @Test
    void symbolAndSideStayAsTheyWere() {
        customer.buys("C1", "100", "SIM.REST", "10.00");

        assertThat(customer.replaces("C2", "C1", limit('1', "100", "AAPL", "10.00")))
                .containsExactly("9 11=C2 41=C1 39=0 434=2 102=2");
        assertThat(customer.replaces("C3", "C1", limit('2', "100", "SIM.REST", "10.00")))
                .containsExactly("9 11=C3 41=C1 39=0 434=2 102=2");
    }

    @Test
    void aCancelThatMayBeARepeatOfOneAnsweredGetsTheStatus() {
        customer.buys("C1", "100", "SIM.REST", "10.00");
        customer.cancels("C2", "C1", "SIM.REST");

        assertThat(customer.asks(new CancelOrder("C2", "C1", "SIM.REST", '1', true)))
                .containsExactly("8 11=C1 150=I 39=4 38=100 14=0 151=0");
    }
}
