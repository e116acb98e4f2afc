package io.sluice.order;

/** What a venue or we say an order is at, as OrdStatus(39) names it. */
public enum OrdStatus {
    NEW(true),
    PARTIALLY_FILLED(true),
    FILLED(false),
    DONE_FOR_DAY(false),
    CANCELED(false),
    PENDING_CANCEL(true),
    STOPPED(true),
    REJECTED(false),
    SUSPENDED(true),
    PENDING_NEW(true),
    CALCULATED(false),
    EXPIRED(false),
    PENDING_REPLACE(true);

    private final boolean isLive;

    OrdStatus(boolean isLive) {
        this.isLive = isLive;
    }

    /** Whether a venue that says so has the order, and may trade it. */
    public boolean isLive() {
        return isLive;
    }
}
