package io.sluice.order;

import java.util.Optional;

/**
 * One request of an order's chain: the order itself, a replace or a cancel, with its ids on both
 * sides.
 *
 * @param clOrdId the OMS's id; absent when the router or its operator made the request
 * @param venueClOrdId our id to the venue; absent until the request is routed
 * @param terms the terms it asks for; a cancel keeps those it found
 * @param orig the version that a cancel named to the venue as OrigClOrdID(41); absent until it left
 * @param named whether the venue has spoken of it by its id, so that it has it or had it
 */
public record Link(
        Kind kind,
        Optional<ClOrdId> clOrdId,
        Optional<VenueClOrdId> venueClOrdId,
        Terms terms,
        CarriedFields carried,
        Answer answer,
        Optional<VenueClOrdId> orig,
        boolean named) {

    /** What is asked for. */
    public enum Kind {
        NEW,
        REPLACE,
        CANCEL
    }

    /** What the venue said to it so far. */
    public enum Answer {
        PENDING,
        ACCEPTED,
        REJECTED,
        /** A later version was accepted before this one was answered; its answer may still come. */
        SUPERSEDED
    }

    public boolean isPending() {
        return answer == Answer.PENDING;
    }

    /** Whether the OMS has not heard yet what became of it. */
    public boolean isUnanswered() {
        return answer == Answer.PENDING || answer == Answer.SUPERSEDED;
    }

    public boolean isAccepted() {
        return answer == Answer.ACCEPTED;
    }

    Link answered(Answer next) {
        return new Link(kind, clOrdId, venueClOrdId, terms, carried, next, orig, named);
    }

    Link routedAs(VenueClOrdId id) {
        return new Link(kind, clOrdId, Optional.of(id), terms, carried, answer, orig, named);
    }

    Link forQty(Qty qty) {
        return new Link(
                kind, clOrdId, venueClOrdId, terms.withQty(qty), carried, answer, orig, named);
    }

    Link naming(Optional<VenueClOrdId> version) {
        return new Link(kind, clOrdId, venueClOrdId, terms, carried, answer, version, named);
    }

    Link spokenOf() {
        return named
                ? this
                : new Link(kind, clOrdId, venueClOrdId, terms, carried, answer, orig, true);
    }

    boolean isFor(VenueClOrdId id) {
        return venueClOrdId.isPresent() && venueClOrdId.get().equals(id);
    }
}
