package io.sluice.simulator.broker;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.Map;

/** Where each symbol's price begins: plausible for the well-known ones, 100.00 for the rest. */
final class ReferencePrices {

    private static final BigDecimal UNKNOWN = new BigDecimal("100.00");

    private static final Map<String, String> KNOWN =
            Map.ofEntries(
                    entry("AAPL", "190.00"),
                    entry("MSFT", "410.00"),
                    entry("AMZN", "180.00"),
                    entry("GOOGL", "165.00"),
                    entry("META", "500.00"),
                    entry("NVDA", "120.00"),
                    entry("TSLA", "240.00"),
                    entry("JPM", "200.00"),
                    entry("V", "275.00"),
                    entry("JNJ", "155.00"),
                    entry("WMT", "70.00"),
                    entry("PG", "165.00"),
                    entry("XOM", "115.00"),
                    entry("UNH", "520.00"),
                    entry("HD", "345.00"),
                    entry("KO", "63.00"),
                    entry("PEP", "172.00"),
                    entry("BAC", "39.00"),
                    entry("INTC", "31.00"),
                    entry("CSCO", "49.00"),
                    entry("BTC-USD", "60000.00"),
                    entry("ETH-USD", "3000.00"),
                    entry("SOL-USD", "150.00"));

    private ReferencePrices() {}

    static BigDecimal of(String symbol) {
        String known = KNOWN.get(symbol);
        return known == null ? UNKNOWN : new BigDecimal(known);
    }
}
