package io.sluice.order;

import java.util.Optional;

/**
 * An execution report as a venue sent it, before the router has given it an id of ours.
 *
 * @param request ClOrdID(11) as the venue sent it
 */
public record VenueExecution(
        Optional<VenueExecId> venueExecId,
        Optional<VenueOrderId> venueOrderId,
        VenueClOrdId request,
        ExecType execType,
        OrdStatus ordStatus,
        Qty cumQty,
        Qty leavesQty,
        Price avgPx,
        String text,
        CarriedFields carried) {

    /** The same with the id under which we tell the OMS. */
    public Execution as(ExecId execId) {
        return new Execution(
                execId,
                venueExecId,
                venueOrderId,
                request,
                execType,
                ordStatus,
                cumQty,
                leavesQty,
                avgPx,
                text,
                carried);
    }
}
