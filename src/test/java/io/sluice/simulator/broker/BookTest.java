package io.sluice.simulator.broker;

import static io.sluice.simulator.broker.Customer.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BookTest {

    private final Book book = new Book();

    @Test
    void theHighestBidAndTheLowestAskAreBest() {
        book.rest(order("B1", '1', "9.98"));
        book.rest(order("B2", '1', "9.99"));
        book.rest(order("S1", '2', "10.02"));
        book.rest(order("S2", '2', "10.01"));

        assertThat(book.bestBid()).map(Book.Best::orderId).contains("B2");
        assertThat(book.bestAsk()).map(Book.Best::orderId).contains("S2");
    }

    @Test
    void theOldestIsFirstAtOnePriceHoweverItIsWritten() {
        book.rest(order("B1", '1', "10.0"));
        book.rest(order("B2", '1', "10.00"));

        assertThat(book.bestBid()).map(Book.Best::orderId).contains("B1");
    }

    @Test
    void aRemovedOrderLeavesNothingBehind() {
        Order order = order("B1", '1', "10.00");
        book.rest(order);

        book.remove(order);

        assertThat(book.bestBid()).isEmpty();
    }

    private static Order order(String id, char side, String price) {
        return Order.accepted(id, id, limit(side, "100", "AAPL", price));
    }
}
