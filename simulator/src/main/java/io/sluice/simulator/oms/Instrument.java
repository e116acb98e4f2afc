package io.sluice.simulator.oms;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something to trade and the price around which its orders lie, on a tick of 0.01. */
record Instrument(String symbol, BigDecimal reference) {

    private static final List<Instrument> EQUITIES =
            List.of(
                    of("AAPL", "190.00"),
                    of("MSFT", "410.00"),
                    of("AMZN", "180.00"),
                    of("GOOGL", "165.00"),
                    of("META", "500.00"),
                    of("NVDA", "120.00"),
                    of("TSLA", "240.00"),
                    of("JPM", "200.00"),
                    of("V", "275.00"),
                    of("JNJ", "155.00"),
                    of("WMT", "70.00"),
                    of("PG", "165.00"),
                    of("XOM", "115.00"),
                    of("UNH", "520.00"),
                    of("HD", "345.00"),
                    of("KO", "63.00"),
                    of("PEP", "172.00"),
                    of("BAC", "39.00"),
                    of("INTC", "31.00"),
                    of("CSCO", "49.00"));

    private static final List<Instrument> HANDLES =
            Stream.of("FILL", "REST", "PARTIAL", "REJECT", "LATEFILL", "DUP")
                    .map(handle -> of("SIM." + handle, "10.00"))
                    .toList();

    private static final List<Instrument> ON_REQUEST =
            List.of(of("SIM.SILENT", "10.00"), of("SIM.SLOW", "10.00"));

    Instrument {
        if (symbol.isBlank() || reference.signum() <= 0) {
            throw new IllegalArgumentException(
                    "An instrument needs a symbol and a positive price, but was "
                            + symbol
                            + "="
                            + reference);
        }
    }

    static Instrument of(String symbol, String reference) {
        return new Instrument(symbol, new BigDecimal(reference));
    }

    /** Four rounds of the equities and one of the handles: a handle is one order in fifteen. */
    static List<Instrument> stock() {
        Stream<Instrument> equities =
                Stream.generate(() -> EQUITIES).limit(4).flatMap(List::stream);

        return Stream.concat(equities, HANDLES.stream()).toList();
    }

    /** Reads {@code A,B,C=12.50}: known symbols by name, others with their reference price. */
    static List<Instrument> parse(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(Instrument::named)
                .toList();
    }

    private static Instrument named(String entry) {
        int equals = entry.indexOf('=');
        if (equals >= 0) {
            return of(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return known(entry)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Unknown symbol (give SYMBOL=PRICE), was '" + entry + "'"));
    }

    private static Optional<Instrument> known(String symbol) {
        return Stream.of(EQUITIES, HANDLES, ON_REQUEST)
                .flatMap(List::stream)
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst();
    }
}
