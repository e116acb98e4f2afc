package io.sluice.order;

/** Our id of one request sent to a venue: ClOrdID(11) as the venue sees it. */
public record VenueClOrdId(String value) {

    public VenueClOrdId {
        Texts.requireId("VenueClOrdId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
