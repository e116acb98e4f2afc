package io.sluice.order;

import io.sluice.order.OrderEvent.ByVenue;
import io.sluice.order.OrderEvent.OrderFilled;
import io.sluice.order.OrderEvent.RequestRejected;

import java.util.Optional;

/**
 * What tells a booked report of a venue from another one.
 *
 * @param cumQty absent when the report was the refusal of a request
 * @param trade present when it told of one
 */
public record PastReport(
        Optional<VenueExecId> venueExecId,
        ExecType execType,
        Optional<Qty> cumQty,
        Optional<Trade> trade) {

    /** The report that an event booked; nothing when no venue's execution report was behind it. */
    public static Optional<PastReport> of(OrderEvent event) {
        return switch (event) {
            case OrderFilled e -> Optional.of(of(e.execution(), Optional.of(e.trade())));
            case ByVenue e -> Optional.of(of(e.execution(), Optional.empty()));
            case RequestRejected e ->
                    e.venueExecId()
                            .map(
                                    id ->
                                            new PastReport(
                                                    Optional.of(id),
                                                    ExecType.REJECTED,
                                                    Optional.empty(),
                                                    Optional.empty()));
            case OrderEvent _ -> Optional.empty();
        };
    }

    private static PastReport of(Execution execution, Optional<Trade> trade) {
        return new PastReport(
                execution.venueExecId(),
                execution.execType(),
                Optional.of(execution.cumQty()),
                trade);
    }
}
