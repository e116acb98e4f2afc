package io.sluice.port;

import io.sluice.order.Archived;
import io.sluice.order.VenueReport.Reported;

import java.util.Optional;

/** Orders that the router does not remember any more. Answers slowly; safe for any thread. */
public interface OrderArchive {

    /**
     * The order that a report is on: by the request it names, or else by the venue's id of the
     * order, when that is the id of one order only.
     *
     * @param upTo a journal position; an answer that does not take everything up to it into account
     *     is none
     * @return nothing when there is no such order, for certain
     */
    Optional<Archived> find(Reported report, long upTo) throws StoreAwayException;
}
