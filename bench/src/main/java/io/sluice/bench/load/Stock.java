package io.sluice.bench.load;

import java.util.List;

/** What the orders are for: liquid equities, always at the reference price of the configuration. */
final class Stock {

    private static final List<Stock> ALL =
            List.of(
                    new Stock("AAPL", "190.00"),
                    new Stock("MSFT", "410.00"),
                    new Stock("AMZN", "180.00"),
                    new Stock("GOOGL", "165.00"),
                    new Stock("META", "500.00"),
                    new Stock("NVDA", "120.00"),
                    new Stock("TSLA", "240.00"),
                    new Stock("JPM", "200.00"));

    private final byte[] symbol;
    private final byte[] price;

    private Stock(String symbol, String price) {
        this.symbol = MessageWriter.ascii(symbol);
        this.price = MessageWriter.ascii(price);
    }

    static Stock of(int order) {
        return ALL.get(order % ALL.size());
    }

    /** Bought and sold in turn, so that no position grows. */
    static char side(int order) {
        return order / ALL.size() % 2 == 0 ? '1' : '2';
    }

    byte[] symbol() {
        return symbol;
    }

    byte[] price() {
        return price;
    }
}
