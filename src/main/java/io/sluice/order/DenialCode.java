package io.sluice.order;

/**
 * The reasons we say no. The order is the order of the gate: of several failed checks the first one
 * here is the reason told. {@code docs/denial-codes.md} is generated from it.
 */
public enum DenialCode {
    BLOCKED("A kill blocks the scope until it is re-armed.", OrdRejReason.OTHER),
    NOT_READY("The router is recovering or stopping.", OrdRejReason.OTHER),
    JOURNAL_FAILED("The journal failed; no order can be made durable.", OrdRejReason.OTHER),
    JOURNAL_BEHIND(
            "Too much waits to be made durable; orders are denied, not queued.",
            OrdRejReason.OTHER),
    BOOK_FULL("The book remembers as many orders as memory allows.", OrdRejReason.OTHER),
    DUPLICATE_CL_ORD_ID("The ClOrdID(11) was used before in this session.", OrdRejReason.DUPLICATE),
    UNKNOWN_ORDER("OrigClOrdID(41) names no order of this session.", OrdRejReason.UNKNOWN_ORDER),
    NOT_LATEST("OrigClOrdID(41) is not the latest id of the order's chain.", OrdRejReason.OTHER),
    TOO_LATE("The order has ended; nothing is left to cancel or replace.", OrdRejReason.TOO_LATE),
    TERMS_CHANGED(
            "A replace may not change Symbol(55), Side(54) or Account(1).", OrdRejReason.OTHER),
    UNSUPPORTED("The order asks for something the router cannot do.", OrdRejReason.UNSUPPORTED),
    FIELD_MISSING("A field that such an order needs is missing.", OrdRejReason.OTHER),
    ACCOUNT_KNOWN("The account is not in router.yaml.", OrdRejReason.OTHER),
    INSTRUMENT_KNOWN("The symbol is not in instruments.csv.", OrdRejReason.UNKNOWN_SYMBOL),
    RESTRICTED_LIST("The symbol is on the restricted list.", OrdRejReason.OTHER),
    QTY_POSITIVE("The quantity is zero.", OrdRejReason.INCORRECT_QUANTITY),
    LOT_SIZE("The quantity is not a multiple of the lot.", OrdRejReason.INCORRECT_QUANTITY),
    TICK_SIZE("The price is not a multiple of the tick.", OrdRejReason.OTHER),
    MAX_ORDER_QTY("The order is larger than allowed.", OrdRejReason.EXCEEDS_LIMIT),
    MAX_ORDER_NOTIONAL("Price times quantity is larger than allowed.", OrdRejReason.EXCEEDS_LIMIT),
    PRICE_COLLAR("The price is too far from the last known price.", OrdRejReason.OTHER),
    MAX_ORDERS_PER_SECOND(
            "The OMS session sends orders faster than allowed.", OrdRejReason.EXCEEDS_LIMIT),
    MAX_OPEN_ORDERS("Too many orders are open.", OrdRejReason.EXCEEDS_LIMIT),
    MAX_POSITION(
            "The position would be too large if all open orders traded.",
            OrdRejReason.EXCEEDS_LIMIT),
    MAX_DAILY_LOSS("The day's loss has reached its limit.", OrdRejReason.EXCEEDS_LIMIT),
    LIMIT_MISSING(
            "A limit that the check needs is not set; a missing limit denies.", OrdRejReason.OTHER),
    NO_ROUTE("No routing rule matches the order.", OrdRejReason.OTHER),
    NO_VENUE_UP("No venue of the matching rule can take orders now.", OrdRejReason.OTHER),
    VENUE_DOWN("The venue of the order cannot take requests now.", OrdRejReason.OTHER),
    NOT_SENT(
            "The order was stopped before it left, or the venue says it never came.",
            OrdRejReason.OTHER),
    NOT_BLOCKED("The scope is not blocked; there is nothing to re-arm.", OrdRejReason.OTHER),
    DUPLICATE_KILL_ID("The kill's id is that of another kill.", OrdRejReason.OTHER),
    INTERNAL_ERROR("The router failed on this message; nothing was sent.", OrdRejReason.OTHER);

    private final String meaning;
    private final OrdRejReason ordRejReason;

    DenialCode(String meaning, OrdRejReason ordRejReason) {
        this.meaning = meaning;
        this.ordRejReason = ordRejReason;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** The coarser reason that FIX knows, for OrdRejReason(103) and CxlRejReason(102). */
    public OrdRejReason ordRejReason() {
        return ordRejReason;
    }
}
