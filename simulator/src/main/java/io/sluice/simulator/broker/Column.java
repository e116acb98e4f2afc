package io.sluice.simulator.broker;

/** A field of a request that the broker reads: its tag, and its name in the ledger. */
enum Column {
    CL_ORD_ID(11, "clOrdId"),
    ORIG_CL_ORD_ID(41, "origClOrdId"),
    SYMBOL(55, "symbol"),
    SIDE(54, "side"),
    QTY(38, "qty"),
    PRICE(44, "price"),
    ORD_TYPE(40, "ordType"),
    TIME_IN_FORCE(59, "tif"),
    ACCOUNT(1, "account"),
    ORD_STATUS_REQ_ID(790, "ordStatusReqId"),
    TRANSACT_TIME(60, "transactTime");

    private final int tag;
    private final String key;

    Column(int tag, String key) {
        this.tag = tag;
        this.key = key;
    }

    int tag() {
        return tag;
    }

    String key() {
        return key;
    }
}
