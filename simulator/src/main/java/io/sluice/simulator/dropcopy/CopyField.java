package io.sluice.simulator.dropcopy;

/** A field of a copy that the reader keeps: its name in the ledger and its FIX 4.4 tag. */
enum CopyField {
    OMS("oms", 115),
    MSG_TYPE("msgType", 35),
    EXEC_ID("execId", 17),
    SECONDARY_EXEC_ID("secondaryExecId", 527),
    EXEC_REF_ID("execRefId", 19),
    EXEC_TYPE("execType", 150),
    ORD_STATUS("ordStatus", 39),
    CL_ORD_ID("clOrdId", 11),
    ORIG_CL_ORD_ID("origClOrdId", 41),
    ORDER_ID("orderId", 37),
    SYMBOL("symbol", 55),
    SIDE("side", 54),
    ACCOUNT("account", 1),
    ORDER_QTY("orderQty", 38),
    LAST_QTY("lastQty", 32),
    LAST_PX("lastPx", 31),
    CUM_QTY("cumQty", 14),
    LEAVES_QTY("leavesQty", 151),
    AVG_PX("avgPx", 6),
    CXL_REJ_RESPONSE_TO("cxlRejResponseTo", 434),
    CXL_REJ_REASON("cxlRejReason", 102),
    ORD_REJ_REASON("ordRejReason", 103),
    TEXT("text", 58),
    COPY_MSG_INDICATOR("copyMsgIndicator", 797),
    SEQ("seq", 34);

    private final String ledgerName;
    private final int tag;

    CopyField(String ledgerName, int tag) {
        this.ledgerName = ledgerName;
        this.tag = tag;
    }

    String ledgerName() {
        return ledgerName;
    }

    int tag() {
        return tag;
    }

    /** Whether it belongs to one sending of the copy, and not to what is told. */
    boolean isOfTheSending() {
        return this == SEQ;
    }
}
