package io.sluice.order;

/**
 * What we know an order to be at. Pending cancels and replaces are not states: they stand beside it
 * as {@link Link links}, for the order still trades.
 */
public enum OrderState {
    /** Taken from the OMS, not yet decided on. */
    RECEIVED(false),
    /** Refused by us before any venue saw it. */
    DENIED(true),
    /** Given to a venue that has not answered yet. */
    ROUTED(false),
    WORKING(false),
    PARTIALLY_FILLED(false),
    FILLED(true),
    CANCELED(true),
    /** Refused by the venue. */
    REJECTED(true),
    EXPIRED(true),
    DONE_FOR_DAY(true);

    private final boolean isFinal;

    OrderState(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** Whether nothing but a late fill can still come. */
    public boolean isFinal() {
        return isFinal;
    }
}
