package io.sluice.order;

/** The venue's id of an order: OrderID(37) as the venue sent it. */
public record VenueOrderId(String value) {

    public VenueOrderId {
        Texts.requireId("VenueOrderId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
