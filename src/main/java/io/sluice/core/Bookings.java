package io.sluice.core;

import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderRecalled;
import io.sluice.order.PastReport;
import io.sluice.order.VenueExecution;
import io.sluice.order.VenueReport.Reported;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reports that were booked on one order. Only grows. For the engine's thread. */
final class Bookings {

    private final Set<Booked> booked = new LinkedHashSet<>(4);
    private final Set<Booked> ids = new HashSet<>(4);

    Bookings(Collection<Booked> booked) {
        booked.forEach(this::add);
    }

    static Bookings ofPast(List<PastReport> reports) {
        Bookings bookings = new Bookings(List.of());
        reports.forEach(bookings::add);
        return bookings;
    }

    List<Booked> all() {
        return List.copyOf(booked);
    }

    /** Whether the very same was booked. */
    boolean contain(Reported report) {
        return booked(report)
                .filter(it -> booked.contains(it) || booked.contains(it.withoutNumbers()))
                .isPresent();
    }

    /**
     * Whether a trade of the same id, quantity and price was booked, under another sum: a venue
     * that sends a trade again may tell where the order stands by now.
     */
    boolean containTrade(Reported report) {
        return booked(report)
                .filter(it -> it.id().isPresent() && it.trade().isPresent())
                .filter(it -> booked.stream().anyMatch(it::isTradeOf))
                .isPresent();
    }

    /** Whether a report of the same id and type was booked. */
    boolean containOther(Reported report) {
        return booked(report)
                .filter(it -> it.id().isPresent() && ids.contains(it.withoutNumbers()))
                .isPresent();
    }

    void add(OrderEvent event) {
        if (event instanceof OrderRecalled recalled) {
            recalled.booked().forEach(this::add);
        } else {
            PastReport.of(event).ifPresent(this::add);
        }
    }

    private void add(PastReport report) {
        booked(report).ifPresent(this::add);
    }

    /** The refusal of a request is known by its id alone. */
    private static Optional<Booked> booked(PastReport report) {
        return report.cumQty().isPresent()
                ? Booked.of(
                        report.venueExecId(),
                        report.execType(),
                        report.cumQty().get(),
                        report.trade())
                : Booked.usable(report.venueExecId())
                        .map(
                                id ->
                                        new Booked(
                                                Optional.of(id),
                                                report.execType(),
                                                Optional.empty(),
                                                Optional.empty()));
    }

    private void add(Booked report) {
        booked.add(report);
        if (report.id().isPresent()) {
            ids.add(report.withoutNumbers());
        }
    }

    private static Optional<Booked> booked(Reported report) {
        VenueExecution it = report.execution();
        return Booked.of(it.venueExecId(), it.execType(), it.cumQty(), report.trade());
    }
}
