package io.sluice.app.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lays the three stories side by side, order by order and position by position. */
final class Comparison {

    private final OmsTruth oms;
    private final BrokerTruth brokers;
    private final Book book;
    private final List<String> disagreements = new ArrayList<>();

    Comparison(OmsTruth oms, BrokerTruth brokers, Book book) {
        this.oms = oms;
        this.brokers = brokers;
        this.book = book;
    }

    Verdict verdict() {
        disagreements.addAll(oms.disagreements());
        disagreements.addAll(brokers.disagreements());
        oms.orders().values().forEach(this::order);
        if (brokers.byOmsId().isEmpty() && !oms.orders().isEmpty()) {
            disagreements.add("no order reached a broker: nothing was compared");
        }
        strangers();
        int positions = positions();
        return new Verdict(
                new Verdict.Counts(
                        oms.orders().size(),
                        brokers.byOmsId().size(),
                        book.orders().size(),
                        fills(brokers.byVenueClOrdId().values()),
                        fills(oms.orders().values()),
                        positions),
                Optional.empty(),
                disagreements);
    }

    private void order(OrderRecord asked) {
        if (!asked.isAnswered()) {
            disagree(asked, "has no answer");
        }
        if (asked.toldCumQty().compareTo(asked.cumQty()) != 0) {
            disagree(
                    asked,
                    "CumQty was told as %s, the fills told make %s"
                            .formatted(plain(asked.toldCumQty()), plain(asked.cumQty())));
        }
        OrderRecord done = brokers.byOmsId().get(asked.name());
        if (done == null) {
            noBroker(asked);
        } else {
            broker(asked, done);
        }
        Book.Entry entry = book.orders().get(asked.name());
        if (entry == null) {
            noEntry(asked, done != null);
        } else {
            entry(asked, entry);
        }
    }

    /** Only the router itself can have ended it, and always by a rejection. */
    private void noBroker(OrderRecord asked) {
        if (asked.isAnswered() && !asked.ordStatus().equals("8")) {
            disagree(
                    asked,
                    "OrdStatus is '%s' to the OMS, and no broker has the order"
                            .formatted(asked.ordStatus()));
        }
        for (Fill fill : asked.fills()) {
            disagree(asked, "fill %s was told, and no broker has the order".formatted(fill));
        }
    }

    private void broker(OrderRecord asked, OrderRecord done) {
        if (!asked.ticket().isSameAs(done.ticket())) {
            disagree(
                    asked,
                    "OMS asked for %s, broker for %s".formatted(asked.ticket(), done.ticket()));
        }
        if (!asked.lastTicket().isSameAs(done.lastTicket())) {
            disagree(
                    asked,
                    "in the end the OMS asks for %s, the broker for %s"
                            .formatted(asked.lastTicket(), done.lastTicket()));
        }
        List<Fill> untold = without(done.fills(), asked.fills());
        List<Fill> invented = without(asked.fills(), done.fills());
        untold.forEach(
                fill -> disagree(asked, "fill %s of the broker was not told".formatted(fill)));
        invented.forEach(
                fill -> disagree(asked, "fill %s was told, and no broker did it".formatted(fill)));
        if (!asked.ordStatus().equals(done.ordStatus())) {
            disagree(
                    asked,
                    "OrdStatus is '%s' to the OMS and '%s' at the broker"
                            .formatted(asked.ordStatus(), done.ordStatus()));
        }
    }

    /** An order that could not be read, or came twice, is refused and never stands in the book. */
    private void noEntry(OrderRecord asked, boolean atBroker) {
        boolean refused = asked.isAnswered() && asked.fills().isEmpty() && !atBroker;
        boolean rejected = asked.ordStatus().equals("8") || asked.ordStatus().isEmpty();
        if (!refused || !rejected) {
            disagree(asked, "is not in the router's book");
        }
    }

    private void entry(OrderRecord asked, Book.Entry entry) {
        if (!asked.ordStatus().equals(entry.ordStatus())) {
            disagree(
                    asked,
                    "OrdStatus is '%s' to the OMS and '%s' in the book"
                            .formatted(asked.ordStatus(), entry.ordStatus()));
        }
        if (asked.cumQty().compareTo(entry.cumQty()) != 0) {
            disagree(
                    asked,
                    "cumQty is %s to the OMS and %s in the book"
                            .formatted(plain(asked.cumQty()), plain(entry.cumQty())));
        }
        if (asked.avgPx().compareTo(entry.avgPx()) != 0) {
            disagree(
                    asked,
                    "avgPx is %s to the OMS and %s in the book"
                            .formatted(plain(asked.avgPx()), plain(entry.avgPx())));
        }
        if (!asked.lastTicket().isSameAs(entry.ticket())) {
            disagree(
                    asked,
                    "in the end the OMS asks for %s, the book for %s"
                            .formatted(asked.lastTicket(), entry.ticket()));
        }
        ids(asked, entry);
    }

    private void ids(OrderRecord asked, Book.Entry entry) {
        for (String venueClOrdId : entry.venueClOrdIds()) {
            OrderRecord known = brokers.byVenueClOrdId().get(venueClOrdId);
            if (known != null && known != brokers.byOmsId().get(asked.name())) {
                disagree(
                        asked,
                        "is %s in the book, which is another order at the broker"
                                .formatted(venueClOrdId));
            }
        }
    }

    /** Orders of brokers and book that the OMS, or the book, knows nothing of. */
    private void strangers() {
        for (String omsId : brokers.byOmsId().keySet()) {
            if (!oms.orders().containsKey(omsId)) {
                disagreements.add("order " + omsId + " is at a broker, and the OMS never sent it");
            }
        }
        for (String omsId : book.orders().keySet()) {
            if (!oms.orders().containsKey(omsId)) {
                disagreements.add("order " + omsId + " is in the book, and the OMS never sent it");
            }
        }
        Set<String> known = book.venueClOrdIds();
        for (String venueClOrdId : brokers.byVenueClOrdId().keySet()) {
            if (!known.contains(venueClOrdId)) {
                disagreements.add(
                        "a broker has order " + venueClOrdId + ", which the book does not know");
            }
        }
    }

    private int positions() {
        Positions atOms = positions(oms.orders().values());
        Positions atBrokers = positions(brokers.byVenueClOrdId().values());
        Positions inBook = new Positions();
        book.orders().values().forEach(entry -> inBook.add(entry.ticket(), entry.cumQty()));

        Collection<String> names = Positions.names(atOms, atBrokers, inBook, book.held());
        for (String name : names) {
            BigDecimal first = atOms.of(name);
            if (Stream.of(atBrokers, inBook, book.held())
                    .anyMatch(others -> first.compareTo(others.of(name)) != 0)) {
                disagreements.add(
                        "position %s: OMS %s, brokers %s, book %s, router %s"
                                .formatted(
                                        name,
                                        plain(first),
                                        plain(atBrokers.of(name)),
                                        plain(inBook.of(name)),
                                        plain(book.held().of(name))));
            }
        }
        return names.size();
    }

    private static Positions positions(Collection<OrderRecord> orders) {
        Positions positions = new Positions();
        orders.forEach(order -> positions.add(order.ticket(), order.cumQty()));
        return positions;
    }

    /** What is in the first list more often than in the second. */
    private static List<Fill> without(List<Fill> fills, List<Fill> others) {
        List<Fill> rest = new ArrayList<>(fills);
        others.forEach(rest::remove);
        return rest;
    }

    private static int fills(Collection<OrderRecord> orders) {
        return orders.stream().mapToInt(order -> order.fills().size()).sum();
    }

    private void disagree(OrderRecord order, String what) {
        disagreements.add("order " + order.name() + " " + what);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
