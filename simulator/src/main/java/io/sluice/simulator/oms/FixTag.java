package io.sluice.simulator.oms;

/** The FIX 4.4 tags that the simulated OMS writes and reads. */
final class FixTag {

    static final int ACCOUNT = 1;
    static final int AVG_PX = 6;
    static final int CL_ORD_ID = 11;
    static final int CUM_QTY = 14;
    static final int EXEC_ID = 17;
    static final int EXEC_REF_ID = 19;
    static final int HANDL_INST = 21;
    static final int LAST_PX = 31;
    static final int LAST_QTY = 32;
    static final int MSG_SEQ_NUM = 34;
    static final int MSG_TYPE = 35;
    static final int ORDER_ID = 37;
    static final int ORDER_QTY = 38;
    static final int ORD_STATUS = 39;
    static final int ORD_TYPE = 40;
    static final int ORIG_CL_ORD_ID = 41;
    static final int POSS_DUP_FLAG = 43;
    static final int PRICE = 44;
    static final int REF_SEQ_NUM = 45;
    static final int SIDE = 54;
    static final int SYMBOL = 55;
    static final int TEXT = 58;
    static final int TIME_IN_FORCE = 59;
    static final int TRANSACT_TIME = 60;
    static final int POSS_RESEND = 97;
    static final int CXL_REJ_REASON = 102;
    static final int ORD_REJ_REASON = 103;
    static final int EXEC_TYPE = 150;
    static final int LEAVES_QTY = 151;
    static final int BUSINESS_REJECT_REF_ID = 379;
    static final int CXL_REJ_RESPONSE_TO = 434;
    static final int SECONDARY_EXEC_ID = 527;
    static final int ORD_STATUS_REQ_ID = 790;

    /** Ours: carries the ClOrdID(11) of the order or replacement, and must come back on reports. */
    static final int ECHO = 20001;

    private FixTag() {}
}
