package io.sluice.core;

import io.sluice.order.ExecType;
import io.sluice.order.OrderEvent;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.RequestRejected;
import io.sluice.order.Trade;
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
        switch (event) {
            case OrderFilled e -> booked(e, Optional.of(e.trade())).ifPresent(this::add);
            case OrderEvent.ByVenue e -> booked(e, Optional.empty()).ifPresent(this::add);
            case RequestRejected e ->
                    Booked.usable(e.venueExecId())
                            .map(
                                    id ->
                                            new Booked(
                                                    Optional.of(id),
                                                    ExecType.REJECTED,
                                                    Optional.empty(),
                                                    Optional.empty()))
                            .ifPresent(this::add);
            case OrderEvent _ -> {}
        }
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

    private static Optional<Booked> booked(OrderEvent.ByVenue event, Optional<Trade> trade) {
        return Booked.of(
                event.execution().venueExecId(),
                event.execution().execType(),
                event.execution().cumQty(),
                trade);
    }
}
