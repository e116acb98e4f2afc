package io.sluice.order;

import java.util.Optional;

/**
 * One execution report of a venue: what it says of the order, and the id under which we tell the
 * OMS. Quantities, price and status are the venue's own, checked but never repaired.
 *
 * @param request the id of ours that the report answers or speaks of: ClOrdID(11) as the venue sent
 *     it
 */
public record Execution(
        ExecId execId,
        Optional<VenueExecId> venueExecId,
        Optional<VenueOrderId> venueOrderId,
        VenueClOrdId request,
        ExecType execType,
        OrdStatus ordStatus,
        Qty cumQty,
        Qty leavesQty,
        Price avgPx,
        String text,
        CarriedFields carried) {}
