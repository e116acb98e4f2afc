package io.sluice.simulator.broker;

import static io.sluice.simulator.broker.Customer.limit;
import static io.sluice.simulator.broker.Customer.market;
import static io.sluice.simulator.broker.Customer.with;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.broker.Request.StatusQuery;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Optional;

class ArrivalsTest {

    private final Customer customer = Customer.of(1);

    @Test
    void aDuplicateIsRejectedWithTheStateOfTheLivingOrder() {
        customer.buys("C1", "100", "SIM.PARTIAL", "10.00");

        assertThat(customer.buys("C1", "150", "SIM.FILL", "10.00"))
                .containsExactly("8 11=C1 150=8 39=1 38=100 14=50 151=50 103=6");
        assertThat(customer.cancels("C2", "C1", "SIM.PARTIAL"))
                .containsExactly("8 11=C2 41=C1 150=4 39=4 38=100 14=50 151=0");
    }

    @Test
    void theIdOfACancelIsUsedUpToo() {
        customer.buys("C1", "100", "SIM.REST", "10.00");
        customer.cancels("C2", "C1", "SIM.REST");

        assertThat(customer.buys("C2", "100", "SIM.REST", "10.00"))
                .containsExactly("8 11=C2 150=8 39=4 38=100 14=0 151=0 103=6");
    }

    @Test
    void aKnownOrderThatMayBeARepeatGetsItsStatus() {
        Terms terms = limit('1', "100", "SIM.REST", "10.00");
        customer.sends("C1", terms);

        assertThat(customer.sendsAgain("C1", terms))
                .containsExactly("8 11=C1 150=I 39=0 38=100 14=0 151=100");
    }

    @Test
    void anUnknownOrderThatMayBeARepeatIsNew() {
        assertThat(customer.sendsAgain("C1", limit('1', "100", "SIM.REST", "10.00")))
                .containsExactly("8 11=C1 150=0 39=0 38=100 14=0 151=100");
    }

    @Test
    void theStatusOfAnUnknownOrderIsRejectedWithZeroQuantities() {
        assertThat(customer.queries("C9", "AAPL"))
                .containsExactly("8 11=C9 150=I 39=8 38=0 14=0 151=0 103=5");
    }

    @Test
    void aStatusAnswerHasNoExecIdAndEchoesTheRequestId() {
        customer.buys("C1", "100", "SIM.REST", "10.00");
        customer.asks(new StatusQuery("C1", "SIM.REST", '1', "Q7", false));

        Report.Execution answer = customer.executions().getLast();
        assertThat(answer.execId()).isEqualTo("0");
        assertThat(answer.ordStatusReqId()).isEqualTo("Q7");
    }

    @Test
    void theStatusUnderARejectedReplacesIdNamesTheAcceptedId() {
        customer.buys("C1", "100", "SIM.REST", "10.00");
        customer.replaces("C2", "C1", limit('1', "0", "SIM.REST", "10.00"));

        assertThat(customer.queries("C2", "SIM.REST"))
                .containsExactly("8 11=C1 150=I 39=0 38=100 14=0 151=100");
    }

    @Test
    void termsThatCannotBeTradedAreRejected() {
        assertThat(customer.buys("C1", "0", "AAPL", "190.00"))
                .containsExactly("8 11=C1 150=8 39=8 38=0 14=0 151=0 103=13");
        assertThat(customer.sends("C2", market('9', "100", "AAPL")))
                .containsExactly("8 11=C2 150=8 39=8 38=100 14=0 151=0 103=11");
        assertThat(customer.sends("C3", with('6', market('1', "100", "AAPL"))))
                .containsExactly("8 11=C3 150=8 39=8 38=100 14=0 151=0 103=11");
        assertThat(customer.buys("C4", "100", "AAPL", "-1"))
                .containsExactly("8 11=C4 150=8 39=8 38=100 14=0 151=0 103=99");
    }

    @Test
    void aLimitOrderWithoutAPriceIsRejected() {
        Terms priceless = new Terms("", "AAPL", '1', BigDecimal.TEN, '2', Optional.empty(), '0');

        assertThat(customer.sends("C1", priceless))
                .containsExactly("8 11=C1 150=8 39=8 38=10 14=0 151=0 103=99");
    }
}
