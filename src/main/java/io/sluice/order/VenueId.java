package io.sluice.order;

/** The name of a place orders go to: a broker or an exchange. */
public record VenueId(String value) {

    public VenueId {
        Texts.requireId("VenueId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
