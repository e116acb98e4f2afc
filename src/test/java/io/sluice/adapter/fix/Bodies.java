package io.sluice.adapter.fix;

/** Bodies of messages as peers write them, fields parted by bars. */
public final class Bodies {

    /** 100 AAPL to buy at 187.50. */
    public static String order(String clOrdId) {
        return order(clOrdId, "55=AAPL|38=100|");
    }

    public static String order(String clOrdId, String symbolAndQty) {
        return "11=" + clOrdId + "|" + symbolAndQty + "54=1|60=20260302-09:00:00|40=2|44=187.50|";
    }

    /** The broker takes the order. */
    public static String accepted(FixFields order, String execId) {
        return report(order, execId, "150=0|39=0|151=100|14=0|6=0|");
    }

    /** The broker fills all of the order. */
    public static String filled(FixFields order, String execId) {
        return report(order, execId, "150=F|39=2|31=187.50|32=100|151=0|14=100|6=187.50|");
    }

    static String report(FixFields order, String execId, String rest) {
        String id = order.find(Tags.CL_ORD_ID).orElseThrow();
        return "37=V" + id + "|11=" + id + "|17=" + execId + "|55=AAPL|54=1|38=100|" + rest;
    }

    private Bodies() {}
}
