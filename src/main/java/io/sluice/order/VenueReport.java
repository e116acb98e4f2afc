package io.sluice.order;

import java.util.Optional;

/** What a venue tells us. Never refused, only unmatched. */
public sealed interface VenueReport extends Input {

    VenueId venue();

    /**
     * An execution report.
     *
     * @param execution what it says; its {@code execId} is left for the router to give
     * @param trade present when {@code execType} is TRADE
     */
    record Reported(VenueId venue, VenueExecution execution, Optional<Trade> trade)
            implements VenueReport {}

    /**
     * The venue refused to cancel or replace.
     *
     * @param request the id of the refused request
     * @param unknownOrder whether the venue says that it does not know the order
     */
    record RequestRejected(
            VenueId venue,
            VenueClOrdId request,
            OrdStatus ordStatus,
            boolean unknownOrder,
            String text,
            CarriedFields carried)
            implements VenueReport {}

    /**
     * The venue's FIX engine threw a message of ours back, as Reject(3) or
     * BusinessMessageReject(j).
     */
    record MessageBounced(VenueId venue, VenueClOrdId request, String text)
            implements VenueReport {}

    /** The venue says, asked for the status of an order, that it never had it. */
    record OrderUnknownToVenue(VenueId venue, VenueClOrdId request, String text)
            implements VenueReport {}

    /**
     * The venue sent something that cannot be booked as it is. It is kept, so that nothing is lost
     * with the log.
     *
     * @param text the whole message
     */
    record Unreadable(VenueId venue, String why, String text) implements VenueReport {}

    /** The venue can take orders: logged on, in its schedule, and both sequence numbers agree. */
    record VenueUp(VenueId venue) implements VenueReport {}

    /** The venue can take nothing from us now. */
    record VenueDown(VenueId venue, String why) implements VenueReport {}
}
