package io.sluice.app.config;

import io.sluice.order.Instrument;
import io.sluice.order.Price;
import io.sluice.order.Symbol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads instruments.csv: one instrument a line, # begins a comment. Used once, by one thread. */
final class InstrumentsFile {

    static final String HEADER = "symbol,venueSymbol,tick,lot,currency,multiplier,referencePrice";

    private static final List<String> COLUMNS = List.of(HEADER.split(","));
    private static final Format<String> CURRENCY =
            Format.matching("a currency of three capitals such as USD", "[A-Z]{3}");

    private final String file;
    private final Mistakes mistakes;
    private final Map<Symbol, Instrument> instruments = new LinkedHashMap<>();
    private final Map<Symbol, Place> places = new LinkedHashMap<>();

    private boolean headerSeen;

    /** The instruments, and where each stands. */
    record Read(Map<Symbol, Instrument> instruments, Map<Symbol, Place> places) {}

    private InstrumentsFile(String file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    static Read read(String file, String text, Mistakes mistakes) {
        InstrumentsFile reading = new InstrumentsFile(file, mistakes);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reading.readLine(new Place(file, i + 1, 1), lines.get(i));
        }
        return reading.end();
    }

    private Read end() {
        if (!headerSeen) {
            mistakes.add(new Place(file, 1, 1), "header", "is missing: " + HEADER);
        } else if (instruments.isEmpty()) {
            mistakes.add(new Place(file, 1, 1), "symbol", "is missing: no instrument is listed");
        }
        return new Read(instruments, places);
    }

    private void readLine(Place place, String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (!headerSeen) {
            headerSeen = true;
            if (!line.strip().equals(HEADER)) {
                mistakes.add(place, "header", "must be %s, was %s".formatted(HEADER, line));
            }
            return;
        }
        List<Node.Scalar> cells = cells(place, line);
        if (cells.size() != COLUMNS.size()) {
            mistakes.add(
                    place,
                    "line",
                    "must have %d values, was %d: %s"
                            .formatted(COLUMNS.size(), cells.size(), line));
            return;
        }
        readInstrument(cells);
    }

    private static List<Node.Scalar> cells(Place place, String line) {
        List<Node.Scalar> cells = new ArrayList<>();
        int column = 1;
        for (String cell : line.split(",", -1)) {
            Place at = new Place(place.file(), place.line(), column);
            cells.add(new Node.Scalar(at, Node.Kind.TEXT, cell.strip()));
            column += cell.length() + 1;
        }
        return cells;
    }

    private void readInstrument(List<Node.Scalar> cells) {
        int before = mistakes.all().size();
        Symbol symbol = new Symbol(value(cells, 0, Format.ID));
        Instrument instrument =
                new Instrument(
                        symbol,
                        value(cells, 1, Format.ID),
                        value(cells, 2, Format.POSITIVE),
                        value(cells, 3, Format.POSITIVE),
                        value(cells, 4, CURRENCY),
                        value(cells, 5, Format.POSITIVE),
                        new Price(value(cells, 6, Format.POSITIVE)));
        if (mistakes.all().size() > before) {
            places.putIfAbsent(symbol, cells.getFirst().place());
            return;
        }
        keep(instrument, cells);
    }

    private void keep(Instrument instrument, List<Node.Scalar> cells) {
        Symbol symbol = instrument.symbol();
        Place first = places.putIfAbsent(symbol, cells.getFirst().place());
        if (first != null) {
            mistakes.add(
                    cells.getFirst().place(),
                    symbol.value(),
                    "stands at line %d already".formatted(first.line()));
            return;
        }
        if (!instrument.isOnTick(instrument.referencePrice())) {
            mistakes.add(
                    cells.get(6).place(),
                    symbol + ".referencePrice",
                    "must be a multiple of tick %s, was %s"
                            .formatted(
                                    instrument.tick().toPlainString(),
                                    instrument.referencePrice()));
        }
        instruments.put(symbol, instrument);
    }

    private <T> T value(List<Node.Scalar> cells, int column, Format<T> format) {
        Node.Scalar cell = cells.get(column);
        return format.read()
                .apply(typed(cell, format))
                .orElseGet(
                        () -> {
                            mistakes.add(
                                    cell.place(),
                                    cells.getFirst().text() + "." + COLUMNS.get(column),
                                    "must be %s, was %s".formatted(format.what(), cell.shown()));
                            return format.standIn();
                        });
    }

    /** Cells have no types of their own: a number is asked for as one. */
    private static Node.Scalar typed(Node.Scalar cell, Format<?> format) {
        return format.standIn() instanceof BigDecimal
                ? new Node.Scalar(cell.place(), Node.Kind.NUMBER, cell.text())
                : cell;
    }
}
