package io.sluice.simulator.broker;

import static io.sluice.simulator.broker.Customer.limit;
import static io.sluice.simulator.broker.Customer.market;
import static io.sluice.simulator.broker.Customer.with;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.broker.Report.Execution;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class TradingTest {

    private static final int MANY = 400;

    private final Customer customer = Customer.of(7);

    @Test
    void aMarketOrderIsFilledNearTheReferencePrice() {
        customer.sends("C1", market('1', "100", "AAPL"));

        Execution last = customer.executions().getLast();
        assertThat(last.order().status()).isEqualTo(OrdStatus.FILLED);
        assertThat(last.order().avgPx())
                .isBetween(new BigDecimal("190.01"), new BigDecimal("190.03"));
    }

    @Test
    void anUnknownSymbolTradesAroundAHundred() {
        customer.sends("C1", market('2', "100", "NOSUCH"));

        assertThat(customer.executions().getLast().lastPx())
                .isBetween(new BigDecimal("99.97"), new BigDecimal("99.99"));
    }

    @Test
    void anOrderTakesOneToThreeFillsAndSomeStayPartial() {
        IntStream.range(0, MANY).forEach(i -> customer.buys("C" + i, "100", "S" + i, "101.00"));

        assertThat(fills(customer)).hasSizeBetween(MANY + 1, 3 * MANY);
        assertThat(lastStates(customer)).contains(OrdStatus.FILLED, OrdStatus.PARTIALLY_FILLED);
    }

    @Test
    void anImmediateOrderNeverStaysWorking() {
        IntStream.range(0, MANY)
                .forEach(
                        i ->
                                customer.sends(
                                        "C" + i, with('3', limit('1', "100", "S" + i, "101.00"))));

        assertThat(lastStates(customer)).containsOnly(OrdStatus.FILLED, OrdStatus.CANCELED);
        assertThat(fills(customer))
                .anyMatch(fill -> fill.order().status() == OrdStatus.PARTIALLY_FILLED);
    }

    @Test
    void aFillOrKillIsFilledWholeOrNotAtAll() {
        IntStream.range(0, MANY)
                .forEach(
                        i ->
                                customer.sends(
                                        "C" + i, with('4', limit('1', "100", "S" + i, "101.00"))));

        List<Execution> canceled =
                customer.executions().stream()
                        .filter(execution -> execution.execType() == ExecType.CANCELED)
                        .toList();
        assertThat(canceled).isNotEmpty();
        assertThat(canceled).allMatch(execution -> execution.order().cumQty().signum() == 0);
        assertThat(lastStates(customer)).containsOnly(OrdStatus.FILLED, OrdStatus.CANCELED);
    }

    @Test
    void anOrderThatIsAwayFromTheMarketRests() {
        assertThat(customer.buys("C1", "100", "AAPL", "185.00"))
                .containsExactly("8 11=C1 150=0 39=0 38=100 14=0 151=100");
    }

    @Test
    void aRestingOrderIsFilledAtItsPriceWhenTheMarketComes() {
        customer.buys("C1", "100", "AAPL", "189.90");

        IntStream.range(0, 10_000).forEach(_ -> customer.waits(Duration.ofMillis(100)));

        assertThat(customer.executions().getLast().order().status()).isEqualTo(OrdStatus.FILLED);
        assertThat(fills(customer))
                .allMatch(fill -> fill.lastPx().compareTo(new BigDecimal("189.90")) == 0);
    }

    @Test
    void customersMeetAtTheRestingPriceTheOldestFirst() {
        customer.buys("B1", "60", "AAPL", "190.00");
        customer.buys("B2", "60", "AAPL", "190.00");

        assertThat(customer.sells("S1", "70", "AAPL", "190.00"))
                .containsExactly(
                        "8 11=S1 150=0 39=0 38=70 14=0 151=70",
                        "8 11=B1 150=F 39=2 38=60 14=60 151=0 32=60 31=190.00",
                        "8 11=S1 150=F 39=1 38=70 14=60 151=10 32=60 31=190.00",
                        "8 11=B2 150=F 39=1 38=60 14=10 151=50 32=10 31=190.00",
                        "8 11=S1 150=F 39=2 38=70 14=70 151=0 32=10 31=190.00");
    }

    @Test
    void aReplaceToABetterPriceTradesAtOnce() {
        customer.buys("C1", "100", "AAPL", "185.00");

        assertThat(customer.replaces("C2", "C1", limit('1', "100", "AAPL", "195.00")))
                .first()
                .isEqualTo("8 11=C2 41=C1 150=5 39=0 38=100 14=0 151=100");
        assertThat(fills(customer)).allMatch(fill -> fill.clOrdId().equals("C2")).isNotEmpty();
    }

    @Test
    void aCanceledOrderNoLongerTrades() {
        customer.buys("C1", "100", "AAPL", "190.00");
        customer.cancels("C2", "C1", "AAPL");

        customer.sells("S1", "100", "AAPL", "189.00");

        assertThat(fills(customer)).noneMatch(fill -> fill.clOrdId().equals("C1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameSeedGivesTheSameReports(long seed) {
        assertThat(RandomDay.play(Customer.of(seed), seed).reports())
                .isEqualTo(RandomDay.play(Customer.of(seed), seed).reports());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyReportOfARandomDayAddsUp(long seed) {
        Customer busy = RandomDay.play(Customer.of(seed), seed);

        assertThat(RandomDay.violations(busy.executions())).as("seed %d", seed).isEmpty();
    }

    private static List<Execution> fills(Customer customer) {
        return customer.executions().stream()
                .filter(execution -> execution.execType() == ExecType.TRADE)
                .toList();
    }

    private static List<OrdStatus> lastStates(Customer customer) {
        return customer.executions().stream()
                .collect(
                        Collectors.toMap(
                                execution -> execution.order().orderId(),
                                execution -> execution.order().status(),
                                (_, later) -> later))
                .values()
                .stream()
                .toList();
    }
}
