package io.sluice.adapter.fix.broker;

import io.sluice.order.Instrument;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** How brokers call what we trade. A symbol that is not listed has the same name on both sides. */
public final class BrokerSymbols {

    private final Map<String, String> byOurs;
    private final Map<String, String> byTheirs;

    public BrokerSymbols(Collection<Instrument> instruments) {
        byOurs =
                instruments.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        it -> it.symbol().value(), Instrument::venueSymbol));
        byTheirs =
                instruments.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Instrument::venueSymbol,
                                        it -> it.symbol().value(),
                                        (first, _) -> first));
    }

    String toVenue(String symbol) {
        return byOurs.getOrDefault(symbol, symbol);
    }

    String fromVenue(String symbol) {
        return byTheirs.getOrDefault(symbol, symbol);
    }
}
